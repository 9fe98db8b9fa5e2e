package dev.parley.stt.assemblyai;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Delays of one stream, by the session's clock; what is due runs in the stream's context. Used in
 * that context only.
 *
 * <p>A timer that was called off never runs, not even when it was due already and waits for its
 * place in the context.
 */
final class Timers {
  private final SessionClock clock;
  private final SerialContext context;
  private final Set<Timer> set = new HashSet<>();

  Timers(SessionClock clock, SerialContext context) {
    this.clock = clock;
    this.context = context;
  }

  /** Runs the task once after the delay. */
  Cancellable after(Duration delay, Runnable task) {
    var timer = new Timer(task);
    set.add(timer);
    timer.handle = clock.schedule(delay, () -> context.execute(timer::fire));
    return timer;
  }

  /** Nanoseconds since an arbitrary moment. */
  long nanoTime() {
    return clock.nanoTime();
  }

  /** Calls off whatever is set. */
  void cancelAll() {
    Set.copyOf(set).forEach(Timer::cancel);
  }

  private final class Timer implements Cancellable {
    private final Runnable task;
    private Cancellable handle = Cancellable.NONE;

    Timer(Runnable task) {
      this.task = task;
    }

    void fire() {
      if (set.remove(this)) {
        task.run();
      }
    }

    @Override
    public void cancel() {
      if (set.remove(this)) {
        handle.cancel();
      }
    }
  }
}
