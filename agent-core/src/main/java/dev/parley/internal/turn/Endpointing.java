package dev.parley.internal.turn;

import dev.parley.TurnEvent.By;
import dev.parley.TurnPolicy;
import dev.parley.internal.ear.Stretch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Decides when a turn is over. A function of the turn alone: it is asked again whenever something
 * about the turn has changed, and the answer is a moment, past or to come.
 */
final class Endpointing {
  /**
   * How long a stretch without any interim may hold a turn open that has words already; scenario
   * format, "End of turn".
   */
  private static final long WORDLESS_HOLD_NANOS = Duration.ofMillis(500).toNanos();

  private static final long NEVER = Long.MAX_VALUE;

  /** The moment of a decision that waits for nothing. */
  static final long AT_ONCE = Long.MIN_VALUE;

  private final TurnPolicy policy;
  private final TurnPolicy.Endpointing mode;
  private final boolean graded;

  /** When a turn is over, in nanoseconds of the clock, and who decides it. */
  record Decision(long at, By by) {}

  /**
   * Creates the rules.
   *
   * @param mode never {@code AUTO}
   * @param graded whether a turn detector says how likely the turn is finished
   */
  Endpointing(TurnPolicy policy, TurnPolicy.Endpointing mode, boolean graded) {
    this.policy = policy;
    this.mode = mode;
    this.graded = graded;
  }

  TurnPolicy.Endpointing mode() {
    return mode;
  }

  /** When the turn is over as things are, or null while that cannot be told. */
  @Nullable Decision decide(Turn turn) {
    if (turn.isCommitted()) {
      return manual(turn);
    }
    if (mode == TurnPolicy.Endpointing.MANUAL || turn.isSounding()) {
      return null;
    }
    if (!turn.hasWords()) {
      return wordless(turn);
    }
    long limit =
        turn.isEnded()
            ? Math.max(turn.lastEnded(), turn.lastSoundEnd() + nanos(policy.maxEndOfTurnSilence()))
            : NEVER;
    long at = Math.max(byMode(turn), held(turn));
    if (at == NEVER && limit == NEVER) {
      return null;
    }
    boolean byMode = at < limit || (at == limit && mode == TurnPolicy.Endpointing.VAD);
    return byMode ? new Decision(at, by()) : new Decision(limit, By.LIMIT);
  }

  private By by() {
    if (mode == TurnPolicy.Endpointing.STT) {
      return By.STT;
    }
    return graded ? By.DETECTOR : By.VAD;
  }

  /** A turn that never gets words is over when all its finals are in, or at the limit. */
  private @Nullable Decision wordless(Turn turn) {
    if (!turn.isEnded()) {
      return null;
    }
    boolean allIn = turn.stretches().stream().allMatch(Stretch::hasFinal);
    return new Decision(
        allIn ? turn.lastEnded() : turn.lastSoundEnd() + nanos(policy.maxEndOfTurnSilence()),
        By.LIMIT);
  }

  private Decision manual(Turn turn) {
    boolean allIn =
        turn.stretches().stream().allMatch(each -> each.hasFinal() && !each.isSounding());
    return new Decision(
        allIn ? AT_ONCE : turn.committed() + nanos(policy.lastWordsWait()), By.MANUAL);
  }

  private long byMode(Turn turn) {
    if (mode == TurnPolicy.Endpointing.STT) {
      return turn.isEndRequested() ? AT_ONCE : NEVER;
    }
    return turn.isEnded()
        ? Math.max(turn.lastEnded(), turn.lastSoundEnd() + silence(turn.probability()))
        : NEVER;
  }

  /**
   * Falls smoothly from the longest wait at probability 0 to the shortest at 1, steeply where the
   * thought may be finished.
   */
  private long silence(double probability) {
    long shortest = nanos(policy.endOfTurnSilence());
    long longest = Math.max(shortest, nanos(policy.maxEndOfTurnSilence()));
    if (!graded || Double.isNaN(probability)) {
      return graded ? longest : shortest;
    }
    double unfinished = 1 - Math.max(0, Math.min(1, probability));
    return shortest + Math.round((longest - shortest) * unfinished * unfinished);
  }

  /** Until when stretches without a final hold the turn open. */
  private static long held(Turn turn) {
    long until = AT_ONCE;
    for (Stretch stretch : turn.stretches()) {
      if (!stretch.hasFinal()) {
        boolean wordless = !stretch.hasWords() && stretch.isEnded();
        until = Math.max(until, wordless ? stretch.ended() + WORDLESS_HOLD_NANOS : NEVER);
      }
    }
    return until;
  }

  private static long nanos(Duration duration) {
    return duration.toNanos();
  }
}
