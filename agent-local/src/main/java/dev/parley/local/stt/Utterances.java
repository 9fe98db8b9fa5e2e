package dev.parley.local.stt;

import java.time.Duration;
import java.util.List;

/**
 * Recognises one speaker's utterances, one after the other, each while it is spoken. Not
 * thread-safe.
 */
public final class Utterances {
  private final Decoder decoder;

  Utterances(Decoder decoder) {
    this.decoder = decoder;
  }

  /**
   * What was understood of an utterance.
   *
   * @param text the words, blank when nothing was that the grammar knows
   * @param words with their times from the start of the utterance
   * @param complete whether it is a whole sentence of the grammar
   * @param confidence 0 to 1
   */
  public record Understood(String text, List<Timed> words, boolean complete, double confidence) {
    /** Copies the list. */
    public Understood {
      words = List.copyOf(words);
    }
  }

  /**
   * A word and its place in the utterance.
   *
   * @param text the word
   * @param start from the start of the utterance
   * @param end from the start of the utterance
   */
  public record Timed(String text, Duration start, Duration end) {}

  /** Begins an utterance. */
  public void begin() {
    decoder.begin();
  }

  /** Decodes more of it: 16 kHz. */
  public void decode(short[] sound) {
    decoder.decode(sound);
  }

  /** What was understood so far. */
  public Understood soFar() {
    return understood(decoder.soFar());
  }

  /** Ends it. */
  public Understood end() {
    return understood(decoder.end());
  }

  private static Understood understood(Hypothesis hypothesis) {
    List<Timed> words =
        hypothesis.words().stream()
            .map(
                word ->
                    new Timed(
                        word.text(),
                        Duration.ofMillis(word.startMillis()),
                        Duration.ofMillis(word.endMillis())))
            .toList();
    double confidence = Math.max(0, Math.min(1, hypothesis.confidence()));
    return new Understood(hypothesis.text(), words, hypothesis.complete(), confidence);
  }
}
