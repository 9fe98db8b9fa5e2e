package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when a reply is begun again that failed before its first audio. Not thread-safe.
 *
 * <p>What may succeed at once is tried at once. A vendor that is busy gets one try more and a
 * pause: the one it asks for, if a listener can bear it, else 250 ms, then 500 ms.
 */
final class Retries {
  private static final Duration PAUSE = Duration.ofMillis(250);

  private final Patience patience;
  private final int jitterPercent;
  private @Nullable AgentException first;
  private int done;

  /**
   * Creates the retries of one reply.
   *
   * @param seed spreads the pauses of sessions that were refused together
   */
  Retries(Patience patience, int seed) {
    this.patience = patience;
    this.jitterPercent = Math.floorMod(seed * 31, 50);
  }

  /** How often it was begun again. */
  int done() {
    return done;
  }

  /** Returns the pause before the next try, or empty when this failure is the end. */
  Optional<Duration> after(AgentException error) {
    first = first == null ? error : first;
    boolean busy = error.kind() == ErrorKind.RATE_LIMITED;
    int allowed = patience.retries() == 0 ? 0 : patience.retries() + (busy ? 1 : 0);
    Duration pause = error.retryAfter().orElse(busy ? backoff() : Duration.ZERO);
    if (!error.isRetryable() || done >= allowed || pause.compareTo(patience.longestDelay()) > 0) {
      return Optional.empty();
    }
    done++;
    return Optional.of(pause);
  }

  private Duration backoff() {
    Duration pause = PAUSE.multipliedBy(1L << done);
    return pause.plus(pause.multipliedBy(jitterPercent).dividedBy(100));
  }

  /**
   * Returns which failure tells most: the last when nothing can be done about it, otherwise the
   * first, of which later ones are often only a consequence.
   */
  AgentException tellingMost(AgentException last) {
    return first == null || !last.isRetryable() ? last : first;
  }
}
