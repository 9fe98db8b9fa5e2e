package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.strict.CallbackHold;
import dev.parley.agora.simulator.strict.CallbackTimes;
import dev.parley.agora.simulator.strict.SimulatorStrictness;
import dev.parley.agora.simulator.strict.Stopwatch;
import dev.parley.agora.simulator.strict.ViolationKind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Lets one callback through at a time, measures it, and catches what escapes from it. */
final class CallbackGate {
  private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

  // Beyond this many limits a callback counts as blocked even if the thread did not seem to wait:
  // reading a socket looks like that, and so does a very busy machine.
  private static final int PATIENCE = 20;

  private final String owner;
  private final SimulatorStrictness strictness;
  private final CallbackTimes times;
  private final Duration limit;
  private final ReentrantLock open = new ReentrantLock(true);
  private volatile String running = "";

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
    running = callback;
    try {
      measure(callback, body);
    } finally {
      running = "";
      DEPTH.set(DEPTH.get() - 1);
      open.unlock();
    }
  }

  private void measure(String callback, Runnable body) {
    Stopwatch watch = new Stopwatch();
    runCatching(callback, body);
    Duration cpu = watch.cpu();
    Duration held = watch.elapsed();
    judge(times.add(callback, owner, held, cpu, watch.waited()));
  }

  // Whatever is thrown here would reach native code: it is the one place that may catch everything.
  private void runCatching(String callback, Runnable body) {
    try {
      body.run();
    } catch (Throwable escaped) {
      report(ViolationKind.ESCAPED_EXCEPTION, callback, escaped.getClass().getName(), escaped);
    }
  }

  private void judge(CallbackHold hold) {
    if (hold.used().compareTo(limit) > 0 || hold.held().compareTo(patience()) > 0) {
      report(
          ViolationKind.BLOCKED_CALLBACK,
          hold.callback(),
          "held for " + hold.held().toMillis() + " ms, " + hold.used().toMillis() + " of them used",
          null);
    }
  }

  private Duration patience() {
    return limit.multipliedBy(PATIENCE);
  }

  /** Waits until no callback runs; at once when this thread is in one itself. Bounded. */
  void awaitIdle() {
    try {
      if (open.tryLock(patience().toNanos(), TimeUnit.NANOSECONDS)) {
        open.unlock();
      } else {
        report(ViolationKind.BLOCKED_CALLBACK, running, "did not return in time", null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void report(
      ViolationKind kind, String callback, String detail, @Nullable Throwable cause) {
    strictness.record(kind, owner + "." + callback, detail, cause);
  }
}
