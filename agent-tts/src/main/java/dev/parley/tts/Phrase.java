package dev.parley.tts;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.List;

/**
 * A text that was spoken once and is kept. Immutable.
 *
 * @param audio all of it
 * @param words with times from the first sample
 */
record Phrase(List<AudioFrame> audio, List<Word> words) {
  Phrase {
    audio = List.copyOf(audio);
    words = List.copyOf(words);
  }

  /** Returns its words as they sound when the phrase begins later. */
  List<Word> wordsAfter(Duration start) {
    return words.stream().map(each -> later(each, start)).toList();
  }

  static Word later(Word word, Duration by) {
    return new Word(word.text(), word.start().plus(by), word.end().plus(by), word.confidence());
  }
}
