package dev.parley.stt.assemblyai;

import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after another, in the order in which they came, on whichever thread brought the
 * first of those that wait. Thread-safe.
 *
 * <p>A stream costs no thread of its own: the session loop, the socket's reader and the clock lend
 * theirs. A task that brings another does not run it inside itself but after itself.
 */
final class SerialContext implements Executor {
  private final Object lock = new Object();
  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private final Consumer<Throwable> edge;
  private @Nullable Thread runner;

  /**
   * Creates a context.
   *
   * @param edge is told of what escapes from a task; must not throw
   */
  SerialContext(Consumer<Throwable> edge) {
    this.edge = edge;
  }

  /** Runs the task now if nothing else runs, otherwise after what came before it. */
  @Override
  public void execute(Runnable task) {
    synchronized (lock) {
      waiting.add(task);
      if (runner != null) {
        return;
      }
      runner = Thread.currentThread();
    }
    for (Runnable next = next(); next != null; next = next()) {
      run(next);
    }
  }

  private @Nullable Runnable next() {
    synchronized (lock) {
      Runnable next = waiting.poll();
      if (next == null) {
        runner = null;
      }
      return next;
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) { // the edge: one task must not take the others with it
      edge.accept(failure);
    }
  }

  /** How many tasks wait. */
  int waiting() {
    synchronized (lock) {
      return waiting.size();
    }
  }

  /** Checks that the caller is a task of this context. */
  void assertInside() {
    synchronized (lock) {
      if (runner != Thread.currentThread()) {
        throw new IllegalStateException(
            "called by " + Thread.currentThread().getName() + " from outside the stream's context");
      }
    }
  }
}
