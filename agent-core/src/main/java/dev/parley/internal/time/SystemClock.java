package dev.parley.internal.time;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The machine's clock: the only class in Parley that reads it. Thread-safe.
 *
 * <p>One daemon thread fires all timers of the JVM. What it fires posts to a loop and returns, so
 * that a thousand sessions do not delay each other.
 */
public final class SystemClock implements SessionClock {
  private static final System.Logger LOGGER = System.getLogger(SystemClock.class.getName());

  /** Counted from here, since the JVM's own count may be negative. */
  private static final long ORIGIN = System.nanoTime();

  private final ScheduledThreadPoolExecutor timers;

  private SystemClock() {
    timers = new ScheduledThreadPoolExecutor(1, SystemClock::newThread);
    timers.setRemoveOnCancelPolicy(true);
    timers.setKeepAliveTime(10, TimeUnit.SECONDS);
    timers.allowCoreThreadTimeOut(true);
  }

  /** Returns the clock that everybody shares. */
  public static SystemClock shared() {
    return Holder.SHARED;
  }

  private static Thread newThread(Runnable work) {
    var thread = new Thread(work, "parley-clock");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime() - ORIGIN;
  }

  @Override
  public Instant instant() {
    return Instant.now();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    var timer =
        timers.schedule(() -> run(task), Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    return () -> timer.cancel(false);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) { // the edge: a timer must not take the clock's thread with it
      LOGGER.log(Level.ERROR, "a timer failed", failure);
    }
  }

  private static final class Holder {
    static final SystemClock SHARED = new SystemClock();
  }
}
