package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Sends silence while a turn is open and no audio comes, as when a microphone is muted: the server
 * ends turns by hearing silence, and its clock counts audio, so that without it the last words
 * would stay open. Used in the stream's context only.
 */
final class SilenceFill {
  private static final Duration PATIENCE = Duration.ofMillis(500);
  private static final Duration STEP = Duration.ofMillis(200);

  /** Longer than the silence that ends any turn by default. */
  private static final int MOST_STEPS = 25;

  private final Timers timers;
  private final BooleanSupplier wanted;
  private final Consumer<Duration> silence;
  private boolean watching;
  private boolean heard;
  private int steps;

  /**
   * Creates a fill.
   *
   * @param wanted whether a turn is open and audio could be sent
   * @param silence sends silence of this length
   */
  SilenceFill(Timers timers, BooleanSupplier wanted, Consumer<Duration> silence) {
    this.timers = timers;
    this.wanted = wanted;
    this.silence = silence;
  }

  /** Audio came. */
  void audio() {
    heard = true;
    steps = 0;
  }

  /** A turn may have been opened: begins to watch if it does not yet. */
  void watch() {
    if (!watching && wanted.getAsBoolean()) {
      watching = true;
      look(PATIENCE);
    }
  }

  private void look(Duration after) {
    heard = false;
    timers.after(after, () -> looked(after));
  }

  private void looked(Duration gap) {
    if (!wanted.getAsBoolean() || steps >= MOST_STEPS) {
      watching = false;
    } else if (heard) {
      look(PATIENCE);
    } else {
      steps++;
      silence.accept(gap);
      look(STEP);
    }
  }
}
