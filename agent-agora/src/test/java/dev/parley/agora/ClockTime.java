package dev.parley.agora;

import dev.parley.Cancellable;
import dev.parley.agora.simulator.time.SimulatorTime;
import dev.parley.spi.PluginContext;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Lets a simulated Agora live in the time of a test's clock, so that both sides share one time. */
final class ClockTime implements SimulatorTime {
  private final ManualClock clock;
  private final AtomicBoolean closed = new AtomicBoolean();

  ClockTime(ManualClock clock) {
    this.clock = clock;
  }

  /** A context whose blocking calls run on the clock's thread, but never within the caller. */
  static PluginContext context(ManualClock clock) {
    return new PluginContext("test", clock, task -> clock.schedule(Duration.ZERO, task));
  }

  @Override
  public long nanoTime() {
    // Zero would be no time at all to somebody.
    return clock.nanoTime() + 1;
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    Cancellable set =
        clock.schedule(
            delay,
            () -> {
              if (!closed.get()) {
                task.run();
              }
            });
    return set::cancel;
  }

  @Override
  public boolean callsBackInline() {
    return true;
  }

  @Override
  public void close() {
    closed.set(true);
  }
}
