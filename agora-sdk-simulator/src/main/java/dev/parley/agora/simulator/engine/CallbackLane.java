package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.time.SimulatorTime;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Callbacks of one kind, in order: on a thread of their own, or inline under manual time. The
 * thread starts with the first callback and ends with {@link #stop}.
 */
final class CallbackLane {
  private static final int MOST_WAITING = 10_000;
  private static final long JOIN_SECONDS = 5;
  private static final Call END = new Call("", () -> {});

  private final String name;
  private final SimulatorTime time;
  private final CallbackGate gate;
  private final LinkedBlockingQueue<Call> waiting = new LinkedBlockingQueue<>();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean stopped;
  private @Nullable Thread thread;

  private record Call(String callback, Runnable body) {}

  CallbackLane(String name, SimulatorTime time, CallbackGate gate) {
    this.name = name;
    this.time = time;
    this.gate = gate;
  }

  /** Queues a callback; refuses and counts it when the code under test is hopelessly behind. */
  void post(String callback, Runnable body) {
    if (stopped) {
      return;
    }
    if (waiting.size() >= MOST_WAITING) {
      refused.incrementAndGet();
      return;
    }
    waiting.add(new Call(callback, body));
    if (time.callsBackInline()) {
      time.schedule(Duration.ZERO, this::drain);
    } else {
      ensureThread();
    }
  }

  /** Returns how many callbacks were refused because too many waited. */
  long refused() {
    return refused.get();
  }

  /** Drops what waits. A callback that runs goes on. */
  void clear() {
    waiting.clear();
  }

  /** Ends the thread once the running callback has returned; waits for it unless this is it. */
  void stop() {
    end();
    Thread running = currentThread();
    if (running != null && running != Thread.currentThread()) {
      join(running);
    }
  }

  /** Ends the thread of a program that is gone: a callback that still runs is interrupted. */
  void abandon() {
    end();
    Thread running = currentThread();
    if (running != null) {
      running.interrupt();
      join(running);
    }
  }

  private void end() {
    stopped = true;
    waiting.clear();
    waiting.add(END);
  }

  private void join(Thread running) {
    try {
      running.join(TimeUnit.SECONDS.toMillis(JOIN_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (running.isAlive()) {
      running.interrupt();
    }
  }

  private synchronized @Nullable Thread currentThread() {
    return thread;
  }

  private synchronized void ensureThread() {
    if (thread == null && !stopped) {
      thread = new Thread(this::work, "agora-simulator-" + name);
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void drain() {
    for (Call call = waiting.poll(); call != null && !stopped; call = waiting.poll()) {
      gate.run(call.callback(), call.body());
    }
  }

  private void work() {
    try {
      for (Call call = waiting.take(); !stopped; call = waiting.take()) {
        gate.run(call.callback(), call.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
