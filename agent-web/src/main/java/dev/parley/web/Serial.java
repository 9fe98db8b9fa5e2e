package dev.parley.web;

import java.lang.System.Logger.Level;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs tasks one after another, in the order in which they came, on whichever thread finds it idle.
 * Thread-safe.
 *
 * <p>A room's state changes in its serial only, so it needs no locks, and no listener is ever
 * called with one held.
 */
final class Serial {
  private static final System.Logger LOGGER = System.getLogger(Serial.class.getName());
  private static final int MOST_WAITING = 1_000;

  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();

  /** Runs the task now, or after those that are before it; it must not block. */
  void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      drain();
    }
  }

  /** Like {@link #execute}, but refuses, and counts it, when too many are waiting. */
  boolean offer(Runnable task) {
    if (waiting.get() >= MOST_WAITING) {
      refused.incrementAndGet();
      return false;
    }
    execute(task);
    return true;
  }

  /** How many tasks were refused. */
  long refused() {
    return refused.get();
  }

  private void drain() {
    do {
      Runnable task = tasks.poll();
      if (task != null) {
        run(task);
      }
    } while (waiting.decrementAndGet() > 0);
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) { // the edge: what one task does must not stop the others
      LOGGER.log(Level.ERROR, "a task of a web room failed", failure);
    }
  }
}
