package dev.parley.local.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after the other, in order, on threads that an executor lends. Thread-safe.
 *
 * <p>The queue has no bound of its own: each stream bounds what it submits.
 */
public final class SerialTasks {
  private final Executor executor;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /** Creates an empty queue. */
  public SerialTasks(Executor executor) {
    this.executor = executor;
  }

  /**
   * Runs {@code task} after those before it.
   *
   * @throws RejectedExecutionException when the executor takes no more work
   */
  public void submit(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    try {
      executor.execute(this::drain);
    } catch (RejectedExecutionException refused) {
      forget();
      throw refused;
    }
  }

  private void forget() {
    synchronized (waiting) {
      waiting.clear();
      running = false;
    }
  }

  private void drain() {
    for (Runnable task = next(); task != null; task = next()) {
      task.run();
    }
  }

  private @Nullable Runnable next() {
    synchronized (waiting) {
      Runnable task = waiting.poll();
      running = task != null;
      return task;
    }
  }
}
