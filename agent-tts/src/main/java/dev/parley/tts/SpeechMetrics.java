package dev.parley.tts;

import dev.parley.SessionClock;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.TtsListener;
import java.time.Duration;

/**
 * Measures one reply. Used in the stream's serial context only.
 *
 * <p>Times count from the first text that was offered, retries included.
 */
final class SpeechMetrics {
  private static final double NANOS = 1e9;

  private final String name;
  private final SessionClock clock;
  private final TtsListener listener;
  private long firstText = -1;
  private boolean byteCame;
  private boolean soundCame;
  private int characters;

  SpeechMetrics(String name, SessionClock clock, TtsListener listener) {
    this.name = name;
    this.clock = clock;
    this.listener = listener;
  }

  /** Text has come. */
  void text() {
    firstText = firstText < 0 ? clock.nanoTime() : firstText;
  }

  /** Text has been sent. */
  void sent(int count) {
    characters += count;
  }

  /** A byte of audio has come. */
  void bytes() {
    if (!byteCame) {
      byteCame = true;
      tell("time_to_first_byte.seconds", sinceText());
    }
  }

  /** Audio goes to the listener, after so much silence has been left out. */
  void sound(Duration silence) {
    if (!soundCame) {
      soundCame = true;
      tell("time_to_first_audible.seconds", sinceText());
      tell("leading_silence.seconds", silence.toNanos() / NANOS);
    }
  }

  /** The reply is over. */
  void end(Duration audio, int retries, int droppedBytes, long lateMessages) {
    if (firstText < 0) {
      return;
    }
    tell("characters", characters);
    tell("audio.seconds", audio.toNanos() / NANOS);
    tellIfAny("retries", retries);
    tellIfAny("dropped_bytes", droppedBytes);
    tellIfAny("late_messages", lateMessages);
  }

  /** The reply was cut; so much of its text had been sent and not been spoken. */
  void cancelled(int unspoken) {
    tell("cancelled_characters", unspoken);
  }

  private double sinceText() {
    return (clock.nanoTime() - firstText) / NANOS;
  }

  private void tellIfAny(String what, long value) {
    if (value > 0) {
      tell(what, (double) value);
    }
  }

  /** Tells a figure; the name without the engine's. */
  void tell(String what, double value) {
    listener.onMetric(new PluginMetric(name + "." + what, value));
  }
}
