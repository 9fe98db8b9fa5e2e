package dev.parley.internal.voice;

import java.lang.Character.UnicodeScript;

/**
 * Where sentences end.
 *
 * <p>Every answer follows from the characters up to the latest one, so that it is the same however
 * a text came.
 */
final class Sentences {
  /**
   * A first piece of fewer characters would start speech with a gasp; FORMAT of scenarios,
   * "Phrasing".
   */
  private static final int SHORTEST_CLAUSE = 20;

  /** A text without any mark is cut at a blank, so that no voice gets a gigantic piece. */
  private static final int LONGEST_PIECE = 600;

  /** How much further a cut is put off that would tear what belongs together. */
  private static final int LONGEST_TEAR = 64;

  /** Thai and Lao have no marks: their blanks stand between clauses and between sentences. */
  private static final int SHORTEST_UNMARKED = 120;

  private Sentences() {}

  /**
   * How many characters the first piece of {@code text} has, if its latest character shows where
   * the piece ends; else 0.
   *
   * @param first whether it is the first piece of a reply, which may end with a clause
   */
  static int endOfPiece(CharSequence text, boolean first) {
    int latest = text.length() - 1;
    int end =
        Character.isWhitespace(text.charAt(latest))
            ? endAtBlank(text, latest, first)
            : endBefore(text, latest, first);
    if (end > 0 && isSpeakable(text, end)) {
      return end;
    }
    return text.length() > LONGEST_PIECE ? endOfLongest(text) : 0;
  }

  /** Whether the text ends in a mark that ends sentences. */
  static boolean endsSentence(CharSequence text) {
    int at = lastMark(text, text.length() - 1);
    return at >= 0 && isEnd(text, at);
  }

  /** Whether the text ends as a question. */
  static boolean endsQuestion(CharSequence text) {
    int at = lastMark(text, text.length() - 1);
    return at >= 0
        && ("?？؟፧‽⁇⁈⁉﹖\u037E".indexOf(text.charAt(at)) >= 0
            || SentenceMarks.isGreekQuestion(text, at));
  }

  /** Whether there is anything that a voice can say: a letter, a digit or a sign with a name. */
  static boolean isSpeakable(CharSequence text, int end) {
    return text.subSequence(0, end).codePoints().anyMatch(Sentences::isSpoken);
  }

  /** Whether a character is one that a voice can say. */
  static boolean isSpoken(int point) {
    return Character.isLetterOrDigit(point)
        || switch (Character.getType(point)) {
          case Character.OTHER_NUMBER,
              Character.LETTER_NUMBER,
              Character.CURRENCY_SYMBOL,
              Character.MATH_SYMBOL,
              Character.OTHER_SYMBOL ->
              true;
          default -> "%&@#".indexOf(point) >= 0;
        };
  }

  private static int endAtBlank(CharSequence text, int blank, boolean first) {
    if (blank == 0) {
      return 0;
    }
    if (Character.isWhitespace(text.charAt(blank - 1))) {
      return text.charAt(blank) == '\n' ? blank + 1 : 0; // the end of a block of text
    }
    int mark = markBefore(text, blank);
    boolean ends =
        isEnd(text, mark)
            ? isWholeSentence(text, mark, first)
            : isClause(text, mark, blank, first) || isUnmarkedClause(text, blank, first);
    return ends ? blank + 1 : 0;
  }

  private static boolean isWholeSentence(CharSequence text, int mark, boolean first) {
    if (isEllipsis(text, mark)) {
      return first; // later pieces wait for what follows, see isContinued
    }
    return text.charAt(mark) != '.' || !Abbreviations.hasDot(text, mark);
  }

  private static boolean isClause(CharSequence text, int mark, int end, boolean first) {
    return first
        && end >= SHORTEST_CLAUSE
        && (SentenceMarks.isClauseEnd(text.charAt(mark)) || isSpacedHyphen(text, mark));
  }

  private static boolean isSpacedHyphen(CharSequence text, int at) {
    return text.charAt(at) == '-' && at > 0 && Character.isWhitespace(text.charAt(at - 1));
  }

  private static boolean isUnmarkedClause(CharSequence text, int blank, boolean first) {
    UnicodeScript script = UnicodeScript.of(text.charAt(blank - 1));
    return (script == UnicodeScript.THAI || script == UnicodeScript.LAO)
        && blank >= (first ? SHORTEST_CLAUSE : SHORTEST_UNMARKED);
  }

  /** Where a piece ends directly before the latest character, which is no blank. */
  private static int endBefore(CharSequence text, int latest, boolean first) {
    char next = text.charAt(latest);
    if (latest == 0 || (SentenceMarks.isCloser(next) && !SentenceMarks.isUnspacedOpener(next))) {
      return 0;
    }
    if (Character.isWhitespace(text.charAt(latest - 1))) {
      return !first && isBehindEllipsis(text, latest) && !Character.isLowerCase(next) ? latest : 0;
    }
    if (SentenceMarks.isMark(next)) {
      return 0;
    }
    return endsUnspaced(text, latest, first) ? latest : 0;
  }

  private static boolean isBehindEllipsis(CharSequence text, int start) {
    int mark = lastMark(text, start - 1);
    return mark >= 0 && isEllipsis(text, mark);
  }

  private static boolean endsUnspaced(CharSequence text, int latest, boolean first) {
    int at = markBefore(text, latest);
    char mark = text.charAt(at);
    char next = text.charAt(latest);
    if (at > 0 && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(next)) {
      return false; // a number or a time in full-width characters
    }
    if (SentenceMarks.isUnspacedEnd(mark)) {
      boolean quoted = at < latest - 1; // 「はい。」と: the sentence around the quotation goes on
      return !quoted || SentenceMarks.isOpener(next);
    }
    return first
        && latest >= SHORTEST_CLAUSE
        && at == latest - 1
        && (SentenceMarks.isUnspacedClauseEnd(mark) || mark == '—');
  }

  private static boolean isEnd(CharSequence text, int at) {
    return SentenceMarks.isEnd(text.charAt(at)) || SentenceMarks.isGreekQuestion(text, at);
  }

  private static boolean isEllipsis(CharSequence text, int mark) {
    char c = text.charAt(mark);
    return c == '…' || (c == '.' && mark > 0 && text.charAt(mark - 1) == '.');
  }

  private static int lastMark(CharSequence text, int from) {
    int at = from;
    while (at >= 0
        && (Character.isWhitespace(text.charAt(at)) || SentenceMarks.isCloser(text.charAt(at)))) {
      at--;
    }
    return at;
  }

  /** The place of the last character before {@code end} that closes no quotation or bracket. */
  private static int markBefore(CharSequence text, int end) {
    int at = end - 1;
    while (at > 0 && SentenceMarks.isCloser(text.charAt(at))) {
      at--;
    }
    return at;
  }

  /** Cuts at the last clause, or blank, or as a last resort between two characters. */
  private static int endOfLongest(CharSequence text) {
    int blank = 0;
    for (int at = text.length() - 1; at > 0; at--) {
      if (Character.isWhitespace(text.charAt(at)) && isSpeakable(text, at)) {
        blank = blank == 0 ? at + 1 : blank;
        if (SentenceMarks.isMark(text.charAt(markBefore(text, at)))) {
          return at + 1 >= LONGEST_PIECE / 2 ? at + 1 : blank;
        }
      }
    }
    return blank > 0 ? blank : endWithinWord(text);
  }

  private static int endWithinWord(CharSequence text) {
    int latest = text.length() - 1;
    char next = text.charAt(latest);
    boolean tears =
        (!Character.isLetter(next) && text.length() < LONGEST_PIECE + LONGEST_TEAR)
            || Character.isLowSurrogate(next);
    return tears || !isSpeakable(text, latest) ? 0 : latest;
  }
}
