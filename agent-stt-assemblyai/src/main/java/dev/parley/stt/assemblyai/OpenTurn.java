package dev.parley.stt.assemblyai;

import dev.parley.spi.Transcript;
import dev.parley.spi.Word;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A turn that the listener knows of and that was cut off when its session ended, as the next
 * session needs to know it. Immutable.
 *
 * @param utterance its number
 * @param start the stream's sample at which it began
 * @param carried words of it whose sound is no longer kept
 * @param interim what was understood of it last
 */
record OpenTurn(long utterance, long start, List<Word> carried, @Nullable Transcript interim) {

  /** Returns the end of the word that sounded at this moment; the moment itself: there is none. */
  Duration wordBorder(Duration moment) {
    if (interim == null) {
      return moment;
    }
    return interim.words().stream()
        .filter(word -> word.start().compareTo(moment) < 0 && word.end().compareTo(moment) > 0)
        .map(Word::end)
        .max(Comparator.naturalOrder())
        .orElse(moment);
  }

  /**
   * Returns it with the words that sounded before this moment as words to carry over: their sound
   * will not be sent again.
   */
  OpenTurn carrying(Duration from) {
    if (interim == null) {
      return this;
    }
    List<Word> words =
        interim.words().stream().filter(word -> middle(word).compareTo(from) < 0).toList();
    return new OpenTurn(utterance, start, words, interim);
  }

  private static Duration middle(Word word) {
    return word.start().plus(word.end()).dividedBy(2);
  }

  /** Tells number and place, never the words. */
  @Override
  public String toString() {
    return "OpenTurn[" + utterance + " from sample " + start + "]";
  }
}
