package dev.parley.internal.turn;

import dev.parley.internal.text.Words;
import java.util.List;

/** Words that only show that someone listens. Immutable. */
final class BackchannelList {
  private final List<List<String>> phrases;

  BackchannelList(List<String> phrases) {
    this.phrases = phrases.stream().map(Words::of).filter(words -> !words.isEmpty()).toList();
  }

  /** Whether a text has words, and all of them are backchannels. */
  boolean isOnly(String text) {
    List<String> words = Words.of(text);
    return !words.isEmpty() && countOthers(words) == 0;
  }

  /** How many words of a text are no backchannels. */
  int countOthers(String text) {
    return countOthers(Words.of(text));
  }

  private int countOthers(List<String> words) {
    int others = 0;
    for (int at = 0; at < words.size(); ) {
      int length = lengthAt(words, at);
      others += length == 0 ? 1 : 0;
      at += Math.max(1, length);
    }
    return others;
  }

  /** The length of the longest backchannel that begins there, 0 for none. */
  private int lengthAt(List<String> words, int at) {
    int longest = 0;
    for (List<String> phrase : phrases) {
      int end = at + phrase.size();
      if (phrase.size() > longest && end <= words.size() && words.subList(at, end).equals(phrase)) {
        longest = phrase.size();
      }
    }
    return longest;
  }
}
