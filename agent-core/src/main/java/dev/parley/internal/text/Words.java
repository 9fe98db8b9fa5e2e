package dev.parley.internal.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Words without case, punctuation and white space, for comparing what was said. */
public final class Words {
  private Words() {}

  /** The words of a text, normalised, in order. */
  public static List<String> of(String text) {
    var words = new ArrayList<String>();
    var word = new StringBuilder();
    for (int at = 0; at < text.length(); ) {
      int point = text.codePointAt(at);
      at += Character.charCount(point);
      if (Character.isLetterOrDigit(point)) {
        word.appendCodePoint(Character.toLowerCase(point));
      } else if (Character.isWhitespace(point)
          || Character.getType(point) == Character.DASH_PUNCTUATION) {
        take(word, words);
      }
    }
    take(word, words);
    return words;
  }

  /** Whether two texts hold the same words. */
  public static boolean same(String one, String other) {
    return of(one).equals(of(other));
  }

  /** A text as its normalised words, joined by blanks. */
  public static String normal(String text) {
    return String.join(" ", of(text)).toLowerCase(Locale.ROOT);
  }

  /** Whether all words of {@code part} stand in this order in {@code whole}. */
  public static boolean isWithin(List<String> part, List<String> whole) {
    int found = 0;
    for (String word : whole) {
      if (found < part.size() && part.get(found).equals(word)) {
        found++;
      }
    }
    return found == part.size();
  }

  private static void take(StringBuilder word, List<String> words) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
