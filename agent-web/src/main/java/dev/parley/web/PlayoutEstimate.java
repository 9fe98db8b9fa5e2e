package dev.parley.web;

import dev.parley.audio.AudioFormat;
import java.time.Duration;

/**
 * How much of the agent's voice one page has played by now: what it reported last, and the time
 * since then. Thread-safe.
 *
 * <p>A page that reports nothing, because it may not sound or is not there, is taken to play at the
 * speed of speech, so that the agent's reply ends for it too.
 */
final class PlayoutEstimate {
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final AudioFormat format;
  private final long startDelayNanos;
  private long offered;
  private long known;
  private long knownAtNanos;
  private int epoch;

  /**
   * Creates an estimate of nothing offered.
   *
   * @param startDelay from offering audio to an idle page until it sounds
   */
  PlayoutEstimate(AudioFormat format, Duration startDelay, int epoch) {
    this.format = format;
    this.startDelayNanos = startDelay.toNanos();
    this.epoch = epoch;
  }

  /** So many samples went on their way to the page. */
  synchronized void offered(long samples, long nowNanos) {
    if (played(nowNanos) == offered) {
      known = offered;
      knownAtNanos = nowNanos + startDelayNanos;
    }
    offered += samples;
  }

  /**
   * The page says that it has played so many samples of this epoch; reports of others come too
   * late.
   */
  synchronized void reported(int reportedEpoch, long samples, long nowNanos) {
    if (reportedEpoch == epoch && samples <= offered) {
      known = samples;
      knownAtNanos = nowNanos;
    }
  }

  /** Everything not yet played is forgotten, and counting begins again. */
  synchronized void cleared(int newEpoch) {
    epoch = newEpoch;
    offered = 0;
    known = 0;
  }

  /** What was offered and has not been played. */
  synchronized Duration buffered(long nowNanos) {
    return format.durationOf(offered - played(nowNanos));
  }

  private long played(long nowNanos) {
    long sinceNanos = Math.max(0, nowNanos - knownAtNanos);
    long samplesSince =
        sinceNanos / NANOS_A_SECOND * format.sampleRateHz()
            + sinceNanos % NANOS_A_SECOND * format.sampleRateHz() / NANOS_A_SECOND;
    return Math.min(offered, known + samplesSince);
  }
}
