package dev.parley.tts;

import dev.parley.spi.Word;
import java.text.BreakIterator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Makes words with times from characters with times that come in any portions. Not thread-safe.
 *
 * <p>A word ends at a blank. In scripts without blanks each Han character or kana is a word with
 * the punctuation behind it, and a run of Thai, Lao, Khmer or Burmese is cut by the dictionary of
 * the Java runtime.
 */
final class CharacterWords {
  private static final Locale THAI = Locale.forLanguageTag("th");

  private final List<TimedCharacter> open = new ArrayList<>();
  private final List<Word> complete = new ArrayList<>();

  private record TimedCharacter(String text, Duration start, Duration end) {
    int point() {
      return text.codePointAt(0);
    }
  }

  /** Adds the next character; an empty one counts for nothing. */
  void add(String character, Duration start, Duration end) {
    if (character.isEmpty()) {
      return;
    }
    var next = new TimedCharacter(character, start, end);
    if (Character.isWhitespace(next.point())) {
      endWord();
      return;
    }
    if (!open.isEmpty() && beginsWord(next.point())) {
      endWord();
    }
    open.add(next);
  }

  /** Takes the words that are complete so far. */
  List<Word> take() {
    List<Word> words = List.copyOf(complete);
    complete.clear();
    return words;
  }

  /** Ends the text and takes all that is left. */
  List<Word> finish() {
    endWord();
    return take();
  }

  /** A syllable begins a word, and so does what follows one, unless it belongs to it. */
  private boolean beginsWord(int point) {
    if (!Character.isLetterOrDigit(point) || Scripts.belongsToSyllable(point)) {
      return false;
    }
    return Scripts.standsAlone(point)
        || open.stream().anyMatch(each -> Scripts.standsAlone(each.point()));
  }

  private void endWord() {
    if (open.stream().anyMatch(each -> Scripts.needsDictionary(each.point()))) {
      endRun();
    } else if (!open.isEmpty()) {
      complete.add(word(open));
    }
    open.clear();
  }

  private void endRun() {
    var text = new StringBuilder();
    open.forEach(each -> text.append(each.text()));
    BreakIterator breaks = BreakIterator.getWordInstance(THAI);
    breaks.setText(text.toString());
    var word = new ArrayList<TimedCharacter>();
    int at = 0;
    for (TimedCharacter each : open) {
      if (at > 0 && breaks.isBoundary(at) && Character.isLetterOrDigit(each.point())) {
        complete.add(word(word));
        word.clear();
      }
      word.add(each);
      at += each.text().length();
    }
    complete.add(word(word));
  }

  private static Word word(List<TimedCharacter> characters) {
    var text = new StringBuilder();
    characters.forEach(each -> text.append(each.text()));
    TimedCharacter last = characters.get(characters.size() - 1);
    return Word.of(text.toString(), characters.get(0).start(), last.end());
  }
}
