package dev.parley.internal.playout;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * Drives the playout of all sessions of a runtime: one timer, set to whoever is due next.
 * Thread-safe.
 *
 * <p>Whoever is due within the next {@code early} nanoseconds is served as well, since every timer
 * wakes a thread: a frame may leave that much before its time, which no ear notices.
 *
 * <p>A {@link Beat} is made once for each session and used for every frame, so that pacing
 * allocates nothing for a frame.
 */
public final class Pacer {
  /** For real time; under a manual clock frames leave to the nanosecond. */
  public static final long EARLY_NANOS = 2_000_000;

  private final SessionClock clock;
  private final long early;
  private final PriorityQueue<Beat> waiting = new PriorityQueue<>();
  private final List<Beat> due = new ArrayList<>();
  private long sequence;
  private @Nullable Cancellable timer;
  private long timerDue = Long.MAX_VALUE;

  /**
   * Creates a pacer that nobody uses yet.
   *
   * @param early by how many nanoseconds a frame may leave before its time
   */
  public Pacer(SessionClock clock, long early) {
    this.clock = clock;
    this.early = early;
  }

  /**
   * Returns a beat that runs {@code task} on the clock's thread; the task must hand over to a loop
   * and return.
   */
  public Beat newBeat(Runnable task) {
    return new Beat(task);
  }

  private synchronized void set(Beat beat, long dueNanos) {
    forget(beat);
    beat.due = dueNanos;
    beat.order = sequence++;
    beat.waits = true;
    waiting.add(beat);
    setTimer();
  }

  /** Looks through the heap only for a beat that is in it: one that has run is not. */
  private void forget(Beat beat) {
    if (beat.waits) {
      beat.waits = false;
      waiting.remove(beat);
    }
  }

  private synchronized void unset(Beat beat) {
    forget(beat);
    if (waiting.isEmpty() && timer != null) {
      timer.cancel();
      timer = null;
      timerDue = Long.MAX_VALUE;
    }
  }

  private void setTimer() {
    Beat first = waiting.peek();
    if (first == null || first.due >= timerDue) {
      return;
    }
    if (timer != null) {
      timer.cancel();
    }
    timerDue = first.due;
    timer = clock.schedule(Duration.ofNanos(first.due - clock.nanoTime()), this::fire);
  }

  private synchronized void fire() {
    timerDue = Long.MAX_VALUE;
    timer = null;
    long now = clock.nanoTime();
    while (!waiting.isEmpty() && waiting.peek().due - early <= now) {
      Beat next = waiting.remove();
      next.waits = false;
      due.add(next);
    }
    RuntimeException failure = null;
    for (Beat beat : due) {
      try {
        beat.task.run();
      } catch (RuntimeException refused) { // one session's loop takes no more; the others play on
        failure = refused;
      }
    }
    due.clear();
    setTimer();
    if (failure != null) {
      throw failure;
    }
  }

  /** One session's place in the pacer. Thread-safe. */
  public final class Beat implements Comparable<Beat> {
    private final Runnable task;
    private long due;
    private long order;
    private boolean waits;

    private Beat(Runnable task) {
      this.task = task;
    }

    /** Runs the task once at this time of the clock; a time set before is forgotten. */
    public void at(long dueNanos) {
      set(this, dueNanos);
    }

    /** Whether what is due at a time may be done now. */
    public boolean isDue(long dueNanos) {
      return dueNanos - early <= clock.nanoTime();
    }

    /** Forgets the time that was set. */
    public void stop() {
      unset(this);
    }

    @Override
    public int compareTo(Beat other) {
      int byTime = Long.compare(due - other.due, 0);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }
}
