package dev.parley.tts;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import dev.parley.spi.PluginContext;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A clock that goes on by a nanosecond when it is looked at, for tests in which nothing may time
 * out, however slow the machine is. Thread-safe.
 */
final class StillClock implements SessionClock {
  private final AtomicLong looks = new AtomicLong();

  /** Returns what a session of this name would lend, in whose time nothing times out. */
  static PluginContext session(String id) {
    return new PluginContext(id, new StillClock(), Runnable::run);
  }

  @Override
  public long nanoTime() {
    return looks.incrementAndGet();
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH;
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    return Cancellable.NONE;
  }
}
