package dev.parley.tts;

import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks one after another in the order in which they came, on whichever thread brought the
 * first of those that wait. Thread-safe.
 *
 * <p>A stream costs no thread of its own: the session loop, a socket's reader and the clock lend
 * theirs. A task that brings another does not run it inside itself but after itself, so that two of
 * these never wait for each other.
 */
final class Serial implements Executor {
  private static final System.Logger LOGGER = System.getLogger(Serial.class.getName());

  private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
  private boolean running;

  /** Runs the task now if nothing else runs, otherwise after what came before it. */
  @Override
  public void execute(Runnable task) {
    synchronized (waiting) {
      waiting.add(task);
      if (running) {
        return;
      }
      running = true;
    }
    for (Runnable next = next(); next != null; next = next()) {
      run(next);
    }
  }

  private @Nullable Runnable next() {
    synchronized (waiting) {
      Runnable next = waiting.poll();
      running = next != null;
      return next;
    }
  }

  private static void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) { // the edge: one task must not take the others with it
      LOGGER.log(Level.ERROR, "a step of a voice failed", failure);
    }
  }
}
