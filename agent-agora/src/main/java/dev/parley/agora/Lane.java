package dev.parley.agora;

import java.lang.System.Logger.Level;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Runs the tasks of one room one after another, in the order in which they came, on threads of an
 * executor and never on the caller's. Thread-safe.
 *
 * <p>Everything that touches the SDK's connection runs here, so that no call ever meets its
 * destruction; and everything that the listener is told, so that it is told one thing at a time.
 * The SDK's own threads only leave a task here and return.
 */
final class Lane {
  private static final System.Logger LOGGER = System.getLogger(Lane.class.getName());

  /** A second of twenty people's frames of 10 ms. */
  private static final int MOST_WAITING = 2_000;

  private final Executor executor;
  private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong refused = new AtomicLong();

  Lane(Executor executor) {
    this.executor = executor;
  }

  /** Runs the task after those that are before it. */
  void execute(Runnable task) {
    tasks.add(task);
    if (waiting.getAndIncrement() == 0) {
      start();
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

  /** How many tasks were refused so far. */
  long refused() {
    return refused.get();
  }

  private void start() {
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException runtimeIsClosed) {
      // What the SDK holds must be given back even when the session's threads are gone.
      var thread = new Thread(this::drain, "parley-agora-release");
      thread.setDaemon(true);
      thread.start();
    }
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
      LOGGER.log(Level.ERROR, "a task of an Agora room failed", failure);
    }
  }
}
