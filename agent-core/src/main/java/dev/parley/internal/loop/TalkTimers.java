package dev.parley.internal.loop;

import dev.parley.Cancellable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Timers of a conversation, which stand still while it is on hold and then have as long to go as
 * they had. On the session loop.
 */
public final class TalkTimers {
  private final SessionLoop loop;
  private final List<Timer> timers = new ArrayList<>();
  private boolean standing;

  TalkTimers(SessionLoop loop) {
    this.loop = loop;
  }

  /** Runs a task on the loop after so much time of the conversation; cancelled on the loop only. */
  public Cancellable schedule(Duration delay, Runnable task) {
    var timer = new Timer(delay, task);
    timers.add(timer);
    if (!standing) {
      timer.start();
    }
    return timer;
  }

  /** Lets all stand still from now on. */
  public void standStill() {
    if (!standing) {
      standing = true;
      timers.forEach(Timer::stop);
    }
  }

  /** Lets all go on, in the order in which they were set. */
  public void goOn() {
    if (standing) {
      standing = false;
      timers.forEach(Timer::start);
    }
  }

  /** Whether all stand still. */
  public boolean areStanding() {
    return standing;
  }

  private final class Timer implements Cancellable {
    private final Runnable task;
    private long left;
    private long since;
    private Cancellable timer = NONE;

    Timer(Duration delay, Runnable task) {
      this.left = delay.toNanos();
      this.task = task;
    }

    void start() {
      since = loop.now();
      timer = loop.schedule(Duration.ofNanos(left), this::fire);
    }

    void stop() {
      timer.cancel();
      left = Math.max(0, left - (loop.now() - since));
    }

    private void fire() {
      timers.remove(this);
      task.run();
    }

    @Override
    public void cancel() {
      timers.remove(this);
      timer.cancel();
    }
  }
}
