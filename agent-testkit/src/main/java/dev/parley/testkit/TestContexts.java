package dev.parley.testkit;

import dev.parley.SessionClock;
import dev.parley.spi.PluginContext;
import org.apiguardian.api.API;

/** What a session would lend to a stream, for streams that a test opens by hand. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TestContexts {
  private TestContexts() {}

  /** Returns a context in real time; blocking calls run on threads of their own. */
  public static PluginContext realTime() {
    return new PluginContext("test", SessionClock.system(), TestContexts::onNewThread);
  }

  /** Returns a context in the time of this clock; blocking calls run on the calling thread. */
  public static PluginContext under(ManualClock clock) {
    return new PluginContext("test", clock, Runnable::run);
  }

  private static void onNewThread(Runnable task) {
    var thread = new Thread(task, "parley-test-blocking");
    thread.setDaemon(true);
    thread.start();
  }
}
