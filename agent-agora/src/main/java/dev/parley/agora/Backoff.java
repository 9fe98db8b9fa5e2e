package dev.parley.agora;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How long to wait before the next attempt: at first a second, then twice as long each time, up to
 * half a minute, less up to a quarter at random. Not thread-safe.
 */
final class Backoff {
  private static final long FIRST_MILLIS = 1_000;
  private static final long LONGEST_MILLIS = 30_000;

  private final SplittableRandom random;
  private long nextMillis = FIRST_MILLIS;

  /**
   * Creates it.
   *
   * @param who agents that lost one server must not come back at one instant, but each test must
   *     give the same result every time
   */
  Backoff(String who) {
    this.random = new SplittableRandom(who.hashCode());
  }

  Duration next() {
    long millis = nextMillis;
    nextMillis = Math.min(LONGEST_MILLIS, 2 * nextMillis);
    return Duration.ofMillis(millis - random.nextLong(millis / 4));
  }

  void reset() {
    nextMillis = FIRST_MILLIS;
  }
}
