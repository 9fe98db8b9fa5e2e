package dev.parley.brain.langchain4j;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How long a model may be silent, before its first sign and between two. Thread-safe.
 *
 * <p>A sign costs no more than reading the clock: one timer looks now and then how long ago the
 * latest was.
 */
final class Patience {
  private final SessionClock clock;
  private final Duration first;
  private final Duration between;
  private final Consumer<String> whenLost;
  private volatile long latest;
  private volatile boolean begun;
  private volatile boolean over;
  private Cancellable timer = Cancellable.NONE;

  /**
   * Creates it.
   *
   * @param whenLost is told what took too long, on a thread of the clock
   */
  Patience(SessionClock clock, Duration first, Duration between, Consumer<String> whenLost) {
    this.clock = clock;
    this.first = first;
    this.between = between;
    this.whenLost = whenLost;
  }

  /** The model is asked. */
  void start() {
    begun = false;
    latest = clock.nanoTime();
    watch(first);
  }

  /** The model has given a sign of life. */
  void sign() {
    latest = clock.nanoTime();
    if (!begun) {
      begun = true;
      watch(between); // which may be over before the time for the first sign would have been
    }
  }

  synchronized void stop() {
    over = true;
    timer.cancel();
  }

  private synchronized void watch(Duration time) {
    timer.cancel();
    if (!over) {
      timer = clock.schedule(time, this::look);
    }
  }

  private void look() {
    if (over) {
      return;
    }
    Duration limit = begun ? between : first;
    Duration left = limit.minusNanos(clock.nanoTime() - latest);
    if (left.isNegative() || left.isZero()) {
      whenLost.accept(
          begun
              ? "the model was silent for " + between.toMillis() + " ms in mid-answer"
              : "the model gave no sign within " + first.toMillis() + " ms");
    } else {
      watch(left);
    }
  }
}
