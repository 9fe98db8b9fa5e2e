package dev.parley.stt.assemblyai;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Knows which audio must be sent again when a session is lost: everything from the end of the last
 * final on in which there may be speech, so that no word is lost and none comes twice. Used in the
 * stream's context only.
 */
final class Replay {
  /** A word may begin a second before the time that the vendor tells. */
  private static final Duration BEFORE_TURN = Duration.ofSeconds(1);

  /** Speech is reported at most 1.3 seconds after it began; with some slack. */
  private static final Duration REPORTED_WITHIN = Duration.ofSeconds(3);

  /** Silence before the first sound, so that its onset is heard as one. */
  private static final Duration BEFORE_VOICE = Duration.ofMillis(500);

  private final AudioLog log;
  private final int sampleRateHz;
  private @Nullable OpenTurn cutOff;
  private long neededFrom;
  private long from;

  Replay(AudioLog log, int sampleRateHz) {
    this.log = log;
    this.sampleRateHz = sampleRateHz;
  }

  private long samples(Duration duration) {
    return duration.toMillis() * sampleRateHz / 1_000;
  }

  /** A final holds all words that sounded before this sample. */
  void finalUntil(long sample) {
    neededFrom = Math.max(neededFrom, sample);
    log.forget(neededFrom);
  }

  /** The server has heard all audio before this sample, and no turn is open. */
  void quietUntil(long sample) {
    finalUntil(sample - samples(REPORTED_WITHIN));
  }

  /**
   * Notes what a session leaves behind.
   *
   * @param tracker its turns; null when it never took audio, and what was left before is still left
   */
  void cut(@Nullable TurnTracker tracker) {
    if (tracker != null) {
      tracker.settle();
      cutOff = tracker.open();
    }
    OpenTurn turn = cutOff;
    from = turn == null ? neededFrom : Math.max(neededFrom, turn.start() - samples(BEFORE_TURN));
  }

  /** Gives up what waits to be sent. */
  void dropBacklog() {
    finalUntil(log.end());
    from = neededFrom;
    cutOff = null;
  }

  /** Whether nothing is left in which there may be speech. */
  boolean isEmpty() {
    long first = Math.max(from, log.start());
    return cutOff == null && log.firstVoice(first, 0) == log.end();
  }

  /**
   * Puts everything back that the next session needs.
   *
   * @return how many samples were sent before and will be sent again
   */
  long rewind() {
    if (from < log.start()) {
      from = cutOff == null ? log.start() : Math.min(wordBorder(cutOff), log.end());
    }
    boolean sentBefore = log.passedSamples() > 0;
    if (cutOff == null && sentBefore) {
      from = log.firstVoice(from, samples(BEFORE_VOICE));
    }
    long again = log.rewind(from);
    log.leaveOut(from);
    return again;
  }

  /** A word of which only the end is kept would be heard wrong; what is kept begins after it. */
  private long wordBorder(OpenTurn turn) {
    return samples(turn.wordBorder(Timeline.duration(log.start(), sampleRateHz)));
  }

  /**
   * Takes the turn that the next session goes on with, with the words whose sound is too old to be
   * sent again; null: there is none.
   */
  @Nullable OpenTurn takeTurn() {
    OpenTurn turn = cutOff;
    cutOff = null;
    return turn == null ? null : turn.carrying(Timeline.duration(from, sampleRateHz));
  }
}
