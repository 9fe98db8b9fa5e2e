package dev.parley.agora.simulator.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Time as it passes. Its one thread ends by itself when nothing is left to do. */
final class RealTime implements SimulatorTime {
  private static final long IDLE_THREAD_MILLIS = 100;

  private final ScheduledThreadPoolExecutor executor;

  RealTime() {
    executor = new ScheduledThreadPoolExecutor(1, RealTime::newThread);
    executor.setRemoveOnCancelPolicy(true);
    executor.setKeepAliveTime(IDLE_THREAD_MILLIS, TimeUnit.MILLISECONDS);
    executor.allowCoreThreadTimeOut(true);
    executor.setRejectedExecutionHandler((task, pool) -> {});
  }

  static Instant calendar() {
    return Instant.now();
  }

  private static Thread newThread(Runnable work) {
    Thread thread = new Thread(work, "agora-simulator-cloud");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public long nanoTime() {
    return System.nanoTime();
  }

  @Override
  public Timer schedule(Duration delay, Runnable task) {
    ScheduledFuture<?> future =
        executor.schedule(task, Math.max(0, delay.toNanos()), TimeUnit.NANOSECONDS);
    return () -> future.cancel(false);
  }

  @Override
  public boolean callsBackInline() {
    return false;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }
}
