package dev.parley;

import dev.parley.internal.time.SystemClock;
import java.time.Duration;
import java.time.Instant;
import org.apiguardian.api.API;

/**
 * The one source of time and delay. Thread-safe.
 *
 * <p>Everything in Parley that reads the time or waits does it here, so that a test with a manual
 * clock runs a ten-minute conversation in milliseconds and gets the same result every time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface SessionClock {
  /** Nanoseconds since an arbitrary moment, never negative; only differences mean anything. */
  long nanoTime();

  /** The time of day, for time stamps that people read. */
  Instant instant();

  /**
   * Runs {@code task} once after {@code delay}, on a thread of the clock; the task must not block.
   *
   * @param delay zero or negative runs it as soon as possible, never inside this call
   * @return calls the task off if it has not begun
   */
  Cancellable schedule(Duration delay, Runnable task);

  /** Returns the machine's clock, whose one timer thread all sessions of this JVM share. */
  static SessionClock system() {
    return SystemClock.shared();
  }
}
