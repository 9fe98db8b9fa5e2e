package dev.parley.agora.simulator.strict;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * Measures what a piece of code costs on the thread that runs it, in real time: how long code holds
 * a callback is not simulated. Used by one thread.
 */
public final class Stopwatch {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static {
    if (THREADS.isThreadContentionMonitoringSupported()) {
      THREADS.setThreadContentionMonitoringEnabled(true);
    }
  }

  private final long start = System.nanoTime();
  private final long waited = waitedMillis();
  private final long cpu = THREADS.getCurrentThreadCpuTime();

  /** Starts now. */
  public Stopwatch() {}

  /** Returns the time since the start. */
  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Returns the processor time used since the start. */
  public Duration cpu() {
    return Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - cpu);
  }

  /** Returns how long the thread was parked, asleep or at a lock since the start. */
  public Duration waited() {
    return Duration.ofMillis(waitedMillis() - waited);
  }

  private static long waitedMillis() {
    ThreadInfo info = THREADS.getThreadInfo(Thread.currentThread().getId());
    // Nothing is known about virtual threads.
    return info == null ? 0 : info.getWaitedTime() + info.getBlockedTime();
  }
}
