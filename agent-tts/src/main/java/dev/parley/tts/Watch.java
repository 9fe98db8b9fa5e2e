package dev.parley.tts;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.concurrent.Executor;

/** One timer that is set, set anew and called off. Used in its serial context only. */
final class Watch {
  private final SessionClock clock;
  private final Executor context;
  private Cancellable timer = Cancellable.NONE;
  private int number;

  /** Creates a watch whose tasks run in {@code context}. */
  Watch(SessionClock clock, Executor context) {
    this.clock = clock;
    this.context = context;
  }

  /** Runs the task after the delay, in place of what was set before. */
  void set(Duration delay, Runnable task) {
    cancel();
    int mine = number;
    timer = clock.schedule(delay, () -> context.execute(() -> run(mine, task)));
  }

  /** A timer that was due already and waits for its place in the context does not run either. */
  private void run(int mine, Runnable task) {
    if (mine == number) {
      task.run();
    }
  }

  /** Calls off what is set. */
  void cancel() {
    number++;
    timer.cancel();
    timer = Cancellable.NONE;
  }
}
