package dev.parley.internal.voice;

import java.util.Locale;
import java.util.Set;

/** Where sentences end. */
final class Sentences {
  /**
   * A first piece of fewer characters would start speech with a gasp; FORMAT of scenarios,
   * "Phrasing".
   */
  private static final int SHORTEST_CLAUSE = 20;

  /** A text without any sentence end is cut at a blank, so that no voice gets a gigantic piece. */
  private static final int LONGEST_PIECE = 600;

  private static final String ENDS = ".!?…؟۔।";
  private static final String FULL_WIDTH_ENDS = "。！？｡";
  private static final String CLAUSE_ENDS = ",;:–—،؛";
  private static final String CLOSERS = "\"')]}»”’";
  private static final Set<String> ABBREVIATIONS =
      Set.of(
          "a.m", "p.m", "mr", "mrs", "ms", "dr", "prof", "st", "jr", "sr", "vs", "etc", "no", "e.g", "i.e", "cf",
          "al", "approx", "dept", "fig", "inc", "ltd", "z.b", "d.h", "bzw", "ca", "nr", "str",
          "u.a");

  private Sentences() {}

  /** How many characters the first piece of {@code text} has, or 0 when it may not be complete. */
  static int endOfPiece(CharSequence text, boolean first) {
    for (int at = 0; at < text.length(); at++) {
      char c = text.charAt(at);
      if (FULL_WIDTH_ENDS.indexOf(c) >= 0 || c == '\n') {
        return blanksEnd(text, at + 1);
      }
      if (Character.isWhitespace(c) && at > 0 && endsPiece(text, at, first)) {
        return blanksEnd(text, at + 1);
      }
    }
    return text.length() > LONGEST_PIECE ? lastBlank(text) : 0;
  }

  /** Whether the text ends in a mark that ends sentences. */
  static boolean endsSentence(CharSequence text) {
    int at = text.length() - 1;
    while (at >= 0
        && (Character.isWhitespace(text.charAt(at)) || CLOSERS.indexOf(text.charAt(at)) >= 0)) {
      at--;
    }
    return at >= 0
        && (ENDS.indexOf(text.charAt(at)) >= 0 || FULL_WIDTH_ENDS.indexOf(text.charAt(at)) >= 0);
  }

  private static boolean endsPiece(CharSequence text, int blank, boolean first) {
    int at = blank - 1;
    while (at > 0 && CLOSERS.indexOf(text.charAt(at)) >= 0) {
      at--;
    }
    char mark = text.charAt(at);
    if (mark == '.') {
      return !isAbbreviation(text, at);
    }
    if (ENDS.indexOf(mark) >= 0) {
      return true;
    }
    return first && blank >= SHORTEST_CLAUSE && CLAUSE_ENDS.indexOf(mark) >= 0;
  }

  private static boolean isAbbreviation(CharSequence text, int dot) {
    int start = dot;
    while (start > 0 && !Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    String word = text.subSequence(start, dot).toString();
    boolean initial =
        word.length() == 1 && Character.isUpperCase(word.charAt(0)) && !word.equals("I");
    return initial
        || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT))
        || isListNumber(text, start, word);
  }

  private static boolean isListNumber(CharSequence text, int start, String word) {
    boolean lineStart = start == 0 || text.charAt(start - 1) == '\n';
    return lineStart && !word.isEmpty() && word.chars().allMatch(Character::isDigit);
  }

  private static int blanksEnd(CharSequence text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static int lastBlank(CharSequence text) {
    for (int at = text.length() - 1; at > 0; at--) {
      if (Character.isWhitespace(text.charAt(at))) {
        return at + 1;
      }
    }
    return text.length();
  }
}
