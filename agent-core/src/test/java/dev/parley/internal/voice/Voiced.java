package dev.parley.internal.voice;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Speeches for tests. Each sample of their audio tells the millisecond in which it stands. */
public final class Voiced {
  private static final AudioFormat FORMAT = AudioFormat.MONO_16K;
  private static final int SAMPLES_A_MILLI = 16;

  private final Speech speech = new Speech(FORMAT);
  private int millis;

  /** A speech whose audio is complete and whose words have no times. */
  public static Speech untimed(String text, int millis) {
    return new Voiced().piece(text, millis).complete();
  }

  /** A speech in which each word sounds for so long, without blanks between them. */
  public static Speech timed(String text, int millisAWord) {
    var voiced = new Voiced();
    String[] words = text.split(" ", -1);
    voiced.speech.addPiece(text);
    voiced.audio(words.length * millisAWord);
    var times = new ArrayList<Word>();
    for (int i = 0; i < words.length; i++) {
      times.add(word(words[i], i * millisAWord, (i + 1) * millisAWord));
    }
    voiced.speech.addWords(times, 0, 0);
    return voiced.complete();
  }

  static Word word(String text, int startMillis, int endMillis) {
    return Word.of(text, Duration.ofMillis(startMillis), Duration.ofMillis(endMillis));
  }

  public Voiced piece(String text, int length) {
    speech.addPiece(text);
    audio(length);
    speech.pieceDelivered(speech.pieceCount() - 1, 0);
    return this;
  }

  public Voiced audio(int length) {
    speech.addAudio(AudioFrame.ofSamples(FORMAT, samples(length)));
    millis += length;
    return this;
  }

  private short[] samples(int length) {
    var samples = new short[length * SAMPLES_A_MILLI];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (millis + i / SAMPLES_A_MILLI);
    }
    return samples;
  }

  public Voiced words(List<Word> words, int offsetMillis, int textStart) {
    speech.addWords(words, offsetMillis * 1_000_000L, textStart);
    return this;
  }

  public Speech complete() {
    speech.completeAudio();
    return speech;
  }

  public Speech speech() {
    return speech;
  }
}
