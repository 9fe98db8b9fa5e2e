package dev.parley.local;

import dev.parley.spi.VadListener;
import java.time.Duration;

/**
 * Makes speech out of windows with and without a voice: it begins after some with, and ends after
 * more without. Not thread-safe.
 */
final class SpeechGate {
  private final VadListener listener;
  private final double threshold;
  private final Duration window;
  private final int windowsToBegin;
  private final int windowsToEnd;
  private boolean voice;
  private boolean speech;
  private int with;
  private int without;

  /**
   * Creates a gate in silence.
   *
   * @param threshold the probability from which a window has a voice; once there is one, two thirds
   *     of it are enough
   * @param window the length of a window
   * @param hangover how much silence ends speech
   */
  SpeechGate(
      VadListener listener,
      double threshold,
      Duration window,
      int windowsToBegin,
      Duration hangover) {
    this.listener = listener;
    this.threshold = threshold;
    this.window = window;
    this.windowsToBegin = windowsToBegin;
    this.windowsToEnd =
        Math.max(1, (int) Math.ceil(hangover.toNanos() / (double) window.toNanos()));
  }

  void accept(double probability) {
    boolean present = probability >= (voice ? threshold * 2 / 3 : threshold);
    if (present != voice) {
      voice = present;
      listener.onVoice(present);
    }
    with = present ? with + 1 : 0;
    without = present ? 0 : without + 1;
    if (!speech && with >= windowsToBegin) {
      speech = true;
      listener.onSpeechStarted(window.multipliedBy(with));
    } else if (speech && without >= windowsToEnd) {
      speech = false;
      listener.onSpeechEnded(window.multipliedBy(without));
    }
  }

  /** The sound ends: so does speech that is going on. */
  void finish() {
    if (voice) {
      voice = false;
      listener.onVoice(false);
    }
    if (speech) {
      speech = false;
      listener.onSpeechEnded(window.multipliedBy(without));
    }
  }
}
