package dev.parley.tts;

import dev.parley.spi.Word;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one reply on one time line, whatever attempts it took: from the first sample that
 * the listener got, in the letters of the text that was offered. Not thread-safe.
 */
final class WordLine {
  private final WordFinder finder = new WordFinder();
  private final List<Word> waiting = new ArrayList<>();
  private Duration offset = Duration.ZERO;
  private Duration last = Duration.ZERO;

  /** Adds text that was offered. */
  void append(String offered) {
    finder.append(offered);
  }

  /** Begins an attempt at the text from a position on, whose audio begins there. */
  void begin(int textPosition, Duration audioStart) {
    waiting.clear(); // of an attempt that failed before its audio
    finder.seek(textPosition);
    offset = audioStart;
  }

  /** How many characters of the text are known to have been spoken. */
  int spokenCharacters() {
    return finder.position();
  }

  /** Adds words as the vendor tells them, counted from the start of the attempt's audio. */
  void add(List<Word> words) {
    for (Word word : words) {
      String text = finder.find(word.text());
      if (text != null) {
        waiting.add(
            new Word(text, word.start().plus(offset), word.end().plus(offset), word.confidence()));
      }
    }
  }

  /** Takes the words that are known by now, given how much silence was left out in front. */
  List<Word> take(Duration trimmed) {
    var words = new ArrayList<Word>(waiting.size());
    for (Word word : waiting) {
      last = later(last, word.start().minus(trimmed));
      Duration end = later(last, word.end().minus(trimmed));
      words.add(new Word(word.text(), last, end, word.confidence()));
    }
    waiting.clear();
    return words;
  }

  private static Duration later(Duration first, Duration second) {
    return first.compareTo(second) < 0 ? second : first;
  }
}
