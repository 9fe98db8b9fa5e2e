package dev.parley.stt.assemblyai;

import dev.parley.spi.Transcript;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/**
 * Tells what became of turns, and notes what need not be heard again. Used in the stream's context
 * only.
 */
final class TurnOutcomes implements TurnTracker.Outcomes {
  /** A final comes at least this long after the last voice; if not, the next words have begun. */
  private static final long SOONEST_FINAL_NANOS = Duration.ofMillis(100).toNanos();

  private final StreamSetup setup;
  private final Timers timers;
  private final ForcedEndpoint endpoint;
  private final Replay replay;
  private final LongSupplier openFrom;

  /**
   * Creates outcomes.
   *
   * @param openFrom the sample at which the first turn began that is not over
   */
  TurnOutcomes(
      StreamSetup setup,
      Timers timers,
      ForcedEndpoint endpoint,
      Replay replay,
      LongSupplier openFrom) {
    this.setup = setup;
    this.timers = timers;
    this.endpoint = endpoint;
    this.replay = replay;
    this.openFrom = openFrom;
  }

  @Override
  public void finished(Transcript transcript, double confidence, long end) {
    endpoint.answered();
    setup.results().finished(transcript, confidence, lastVoice());
    replay.finalUntil(Math.min(end, openFrom.getAsLong()));
  }

  private OptionalLong lastVoice() {
    OptionalLong last = setup.voice().takeLastVoice();
    boolean ended = last.isPresent() && timers.nanoTime() - last.getAsLong() >= SOONEST_FINAL_NANOS;
    return ended ? last : OptionalLong.empty();
  }

  @Override
  public void blank(long utterance, boolean announced) {
    boolean asked = endpoint.answered();
    if (asked || announced) {
      setup.results().blank(utterance);
    }
  }
}
