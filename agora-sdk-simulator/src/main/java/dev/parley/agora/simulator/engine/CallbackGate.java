package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.strict.CallbackTimes;
import dev.parley.agora.simulator.strict.SimulatorStrictness;
import dev.parley.agora.simulator.strict.ViolationKind;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets one callback through at a time, measures it, and catches what escapes from it. Real time,
 * whatever the simulated time is: how long our own code holds a callback is not simulated.
 */
final class CallbackGate {
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final long PATIENCE_SECONDS = 5;

  private final String owner;
  private final SimulatorStrictness strictness;
  private final CallbackTimes times;
  private final Duration limit;
  private final ReentrantLock open = new ReentrantLock(true);
  private volatile String running = "";
  private volatile long runningSince;

  CallbackGate(String owner, SimulatorStrictness strictness, CallbackTimes times, Duration limit) {
    this.owner = owner;
    this.strictness = strictness;
    this.times = times;
    this.limit = limit;
  }

  /** Whether this thread is inside a callback of any connection. */
  static boolean inCallback() {
    return DEPTH.get() > 0;
  }

  /** Runs a callback when the one before has returned. */
  void run(String callback, Runnable body) {
    open.lock();
    DEPTH.set(DEPTH.get() + 1);
    try {
      measure(callback, body);
    } finally {
      DEPTH.set(DEPTH.get() - 1);
      open.unlock();
    }
  }

  // Whatever is thrown here would reach native code: it is the one place that may catch everything.
  private void measure(String callback, Runnable body) {
    runningSince = System.nanoTime();
    running = callback;
    long cpu = THREADS.getCurrentThreadCpuTime();
    try {
      body.run();
    } catch (Throwable escaped) {
      report(ViolationKind.ESCAPED_EXCEPTION, callback, escaped.getClass().getName(), escaped);
    } finally {
      running = "";
    }
    long held = System.nanoTime() - runningSince;
    times.add(callback, owner, held, THREADS.getCurrentThreadCpuTime() - cpu);
    if (held > limit.toNanos()) {
      report(ViolationKind.BLOCKED_CALLBACK, callback, "held for " + millis(held), null);
    }
  }

  /** Waits until no callback runs; at once when this thread is in one itself. Bounded. */
  void awaitIdle() {
    try {
      if (open.tryLock(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        open.unlock();
      } else {
        report(ViolationKind.BLOCKED_CALLBACK, running, "did not return in time", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Records a callback that is running for too long at this moment. */
  void reportHung() {
    String callback = running;
    long held = System.nanoTime() - runningSince;
    if (!callback.isEmpty() && held > limit.toNanos()) {
      report(ViolationKind.BLOCKED_CALLBACK, callback, "still held after " + millis(held), null);
    }
  }

  private void report(
      ViolationKind kind, String callback, String detail, @Nullable Throwable cause) {
    strictness.record(kind, owner + "." + callback, detail, cause);
  }

  private static String millis(long nanos) {
    return TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
  }
}
