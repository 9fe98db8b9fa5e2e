package dev.parley.local.stt;

import java.util.List;

/**
 * What the decoder believes was said.
 *
 * @param words the words and their times; empty: nothing that the grammar knows
 * @param complete whether they are a whole sentence of the grammar, to which nothing need be added
 * @param confidence how much better the words fit than any other sounds, 0 to 1
 */
record Hypothesis(List<TimedWord> words, boolean complete, double confidence) {
  static final Hypothesis NOTHING = new Hypothesis(List.of(), false, 0);

  Hypothesis {
    words = List.copyOf(words);
  }

  String text() {
    return String.join(" ", words.stream().map(TimedWord::text).toList());
  }

  /**
   * A word and its place in the utterance.
   *
   * @param startMillis from the start of the utterance
   * @param endMillis from the start of the utterance
   */
  record TimedWord(String text, long startMillis, long endMillis) {}
}
