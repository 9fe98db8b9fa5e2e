package dev.parley.testkit;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.time.Instant;

/** Lets a fake use the clock of the session it is in: on a manual clock what it sets are inputs. */
final class InputClock implements SessionClock {
  private final SessionClock clock;
  private final int rank;

  private InputClock(SessionClock clock, int rank) {
    this.clock = clock;
    this.rank = rank;
  }

  /** Returns a view of {@code clock} for inputs of this rank of {@link ClockEntry}. */
  static InputClock of(SessionClock clock, int rank) {
    return new InputClock(clock, rank);
  }

  @Override
  public long nanoTime() {
    return clock.nanoTime();
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }

  @Override
  public Cancellable schedule(Duration delay, Runnable task) {
    return clock instanceof ManualClock manual
        ? manual.add(delay, rank, task)
        : clock.schedule(delay, task);
  }
}
