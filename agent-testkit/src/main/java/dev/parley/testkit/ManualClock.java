package dev.parley.testkit;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.PriorityQueue;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A clock that stands still until a test moves it. What is due runs on the thread that moves it, in
 * an order that never changes.
 *
 * <p>There are two kinds of entries. <em>Timers</em> are what the code under test sets with {@link
 * #schedule}; those due at one instant run in the order in which they were set. <em>Inputs</em> are
 * what fakes and scripts set with {@link #input} and {@link #scheduleInput}: what people and
 * vendors do. At one instant all inputs run before all timers, also inputs that are set at that
 * very instant.
 *
 * <p>Begins at {@link Duration#ZERO} and 2020-01-01T00:00:00Z. Setting and calling off is
 * thread-safe; moving is for one thread at a time.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ManualClock implements SessionClock {
  private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
  private static final int MOST_TASKS_AT_ONE_INSTANT = 1_000_000;

  private final PriorityQueue<ClockEntry> entries = new PriorityQueue<>();
  private long nowNanos;
  private long entriesSet;
  private int timers;
  private boolean moving;

  /** Creates a clock that stands at zero. */
  public ManualClock() {}

  @Override
  public synchronized long nanoTime() {
    return nowNanos;
  }

  @Override
  public Instant instant() {
    return START.plusNanos(nanoTime());
  }

  /** How far the clock has been moved. */
  public Duration elapsed() {
    return Duration.ofNanos(nanoTime());
  }

  /** Sets a timer. Zero or less makes it due at this instant, after all inputs of it. */
  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    return add(delay, ClockEntry.TIMER, task);
  }

  /** Sets an input that comes {@code delay} from now; zero or less makes it due at this instant. */
  public Cancellable scheduleInput(Duration delay, Runnable task) {
    return add(delay, ClockEntry.INPUT, task);
  }

  /**
   * Sets an input that comes when the clock has been moved by {@code at} in all.
   *
   * @throws IllegalArgumentException when that is in the past
   */
  public synchronized Cancellable input(Duration at, Runnable task) {
    Duration delay = at.minusNanos(nowNanos);
    if (delay.isNegative()) {
      throw new IllegalArgumentException(
          "the input is for " + at + ", but the clock stands at " + elapsed() + "; set it before");
    }
    return scheduleInput(delay, task);
  }

  /** Like {@link #scheduleInput}; of the inputs of one instant those of a lower rank come first. */
  synchronized Cancellable add(Duration delay, int rank, Runnable task) {
    long due = nowNanos + Math.max(0, delay.toNanos());
    var entry = new ClockEntry(due, rank, entriesSet++, task);
    entries.add(entry);
    timers += entry.isTimer() ? 1 : 0;
    return () -> callOff(entry);
  }

  private synchronized void callOff(ClockEntry entry) {
    if (entries.remove(entry)) {
      timers -= entry.isTimer() ? 1 : 0;
    }
  }

  /**
   * Moves the clock on and runs on the way, at its own time, all that comes due until then, the end
   * included.
   */
  public void advance(Duration duration) {
    advanceTo(elapsed().plus(duration));
  }

  /**
   * Moves the clock on to {@code at}, counted from its beginning, and runs all that comes due until
   * then, the end included.
   */
  public void advanceTo(Duration at) {
    long end = at.toNanos();
    beginMove(end);
    try {
      runUntil(end);
    } finally {
      endMove();
    }
  }

  /** Runs what is due now, without moving the clock. */
  public void runDue() {
    advanceTo(elapsed());
  }

  private synchronized void beginMove(long end) {
    if (moving) {
      throw new IllegalStateException("the clock is being moved already; a task must not move it");
    }
    if (end < nowNanos) {
      throw new IllegalArgumentException(
          "the clock stands at " + elapsed() + " and cannot go back to " + Duration.ofNanos(end));
    }
    moving = true;
  }

  private synchronized void endMove() {
    moving = false;
  }

  private void runUntil(long end) {
    long instant = -1;
    int tasks = 0;
    for (ClockEntry entry = next(end); entry != null; entry = next(end)) {
      tasks = entry.dueNanos() == instant ? tasks + 1 : 0;
      instant = entry.dueNanos();
      if (tasks > MOST_TASKS_AT_ONE_INSTANT) {
        throw new IllegalStateException(
            tasks
                + " tasks ran at "
                + elapsed()
                + " and there are more; one of them sets itself again without a delay");
      }
      entry.task().run();
    }
  }

  /**
   * Takes the next entry that is due until {@code end} and moves the clock there; at last to the
   * end.
   */
  private synchronized @Nullable ClockEntry next(long end) {
    ClockEntry entry = entries.peek();
    if (entry == null || entry.dueNanos() > end) {
      nowNanos = end;
      return null;
    }
    entries.remove();
    timers -= entry.isTimer() ? 1 : 0;
    nowNanos = entry.dueNanos();
    return entry;
  }

  /**
   * When the next entry of either kind is due, counted from the clock's beginning; empty when
   * nothing is set.
   */
  public synchronized Optional<Duration> nextDue() {
    return Optional.ofNullable(entries.peek()).map(entry -> Duration.ofNanos(entry.dueNanos()));
  }

  /** How many timers are set; inputs do not count. */
  public synchronized int pendingTimers() {
    return timers;
  }

  /** How many inputs are still to come. */
  public synchronized int pendingInputs() {
    return entries.size() - timers;
  }

  /** Tells the time and how much is set. */
  @Override
  public synchronized String toString() {
    return "ManualClock[" + elapsed() + ", " + timers + " timers, " + pendingInputs() + " inputs]";
  }
}
