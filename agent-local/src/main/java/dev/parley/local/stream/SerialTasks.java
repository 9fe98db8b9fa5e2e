package dev.parley.local.stream;

import java.lang.System.Logger.Level;
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
  private static final System.Logger LOGGER = System.getLogger(SerialTasks.class.getName());

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
   * @return false when the executor takes no more work, because the session's runtime is closed
   */
  public boolean submit(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
      if (running) {
        return true;
      }
      running = true;
    }
    try {
      executor.execute(this::drain);
      return true;
    } catch (RejectedExecutionException refused) {
      forget();
      return false;
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
      run(task);
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException failure) { // the edge: the tasks behind it must still run
      LOGGER.log(Level.ERROR, "a task of a stream failed", failure);
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
