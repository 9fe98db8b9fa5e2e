package dev.parley.samples;

import dev.parley.AgentSession;
import java.util.concurrent.CountDownLatch;

/** The end of a program in a room: when it is done, on Ctrl+C, or because the room is over. */
final class Goodbye {
  private final Runnable lastWords;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread onCtrlC = new Thread(this::hurry, "goodbye");
  private volatile boolean wanted;
  private volatile boolean thrownOut;

  /**
   * Begins to watch.
   *
   * @param lastWords what is to be done at the end, once
   */
  Goodbye(AgentSession session, Runnable lastWords) {
    this.lastWords = lastWords;
    Runtime.getRuntime().addShutdownHook(onCtrlC);
    session.closed().thenAccept(this::ended);
  }

  private void hurry() {
    wanted = true;
    lastWords.run();
  }

  private void ended(String reason) {
    if (!wanted) {
      thrownOut = true;
      System.err.println("The session is over: " + reason);
    }
    over.countDown();
  }

  /** The program has nothing more to do. */
  void isDue() {
    wanted = true;
    over.countDown();
  }

  /** Waits for the end and does what is to be done. @return the program's exit code */
  int await() throws InterruptedException {
    over.await();
    wanted = true;
    try {
      Runtime.getRuntime().removeShutdownHook(onCtrlC);
    } catch (IllegalStateException ctrlCWasFirst) {
      return 0;
    }
    lastWords.run();
    return thrownOut ? 1 : 0;
  }
}
