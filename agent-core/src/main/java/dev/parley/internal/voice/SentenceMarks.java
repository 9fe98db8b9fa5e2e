package dev.parley.internal.voice;

/** The punctuation of many scripts that ends sentences and clauses. */
final class SentenceMarks {
  /** Latin, Greek, Cyrillic and their like, where only a blank behind the mark ends a sentence. */
  private static final String SPACED_ENDS = ".!?…‼‽⁇⁈⁉";

  /**
   * Marks that stand nowhere else, so that no blank need follow: Chinese and Japanese, Arabic,
   * Urdu, Syriac, Devanagari and its neighbours, Armenian, Ethiopic, Burmese, Khmer, Tibetan,
   * Mongolian and others, after the property Sentence_Terminal of Unicode 15.
   */
  private static final String UNSPACED_ENDS =
      "。！？｡．︒﹒﹖﹗"
          + "\u061D\u061E\u061F\u06D4\u0700\u0701\u0702\u07F9"
          + "\u0964\u0965\u104B\u0589\u1362\u1367\u1368\u166E\u1735\u1736\u17D4\u17D5"
          + "\u0F0D\u0F0E\u1803\u1809\u1944\u1945\u1AA8\u1AA9\u1AAA\u1AAB\u1B5A\u1B5B\u1B5E\u1B5F"
          + "\u1C3B\u1C3C\u1C7E\u1C7F\uA4FF\uA60E\uA60F\uA6F3\uA6F7\uA876\uA877\uA8CE\uA8CF\uA92F"
          + "\uA9C8\uA9C9\uAA5D\uAA5E\uAA5F\uAAF0\uAAF1\uABEB";

  private static final String SPACED_CLAUSE_ENDS = ",;:–—";

  /**
   * Full-width, Arabic, Armenian, Ethiopic, Burmese, Mongolian and Tibetan commas and their like.
   */
  private static final String UNSPACED_CLAUSE_ENDS =
      "，、；：､﹐﹑﹔﹕" + "\u060C\u061B\u055D\u1363\u1364\u1365\u1366\u104A\u1802\u1808\u0F14\u0387";

  private static final String CLOSERS = "\"')]}»«”“’›‹」』）】》〉〕］｝｣";
  private static final String OPENERS = "\"'([{«»“„‘‚‹›「『（【《〈〔［｛｢¿¡";

  /** Of the marks that open in one language and close in another, those that open in Chinese. */
  private static final String UNSPACED_OPENERS = "“‘«‹「『（【《〈〔［｛｢";

  private static final int GREEK_QUESTION_MARK = 0x37E;

  private SentenceMarks() {}

  /** Whether a character ends sentences. */
  static boolean isEnd(int point) {
    return SPACED_ENDS.indexOf(point) >= 0
        || UNSPACED_ENDS.indexOf(point) >= 0
        || point == GREEK_QUESTION_MARK;
  }

  /** Whether a character ends sentences even where no blank follows. */
  static boolean isUnspacedEnd(int point) {
    return UNSPACED_ENDS.indexOf(point) >= 0;
  }

  /** Whether a character ends clauses: a comma, a semicolon, a colon, a dash. */
  static boolean isClauseEnd(int point) {
    return SPACED_CLAUSE_ENDS.indexOf(point) >= 0 || isUnspacedClauseEnd(point);
  }

  /** Whether a character ends clauses even where no blank follows. */
  static boolean isUnspacedClauseEnd(int point) {
    return UNSPACED_CLAUSE_ENDS.indexOf(point) >= 0;
  }

  /** Whether a character is a mark of either kind. */
  static boolean isMark(int point) {
    return isEnd(point) || isClauseEnd(point);
  }

  /** Whether a character may stand between a mark and the blank behind it. */
  static boolean isCloser(int point) {
    return CLOSERS.indexOf(point) >= 0;
  }

  /** Whether a character may stand before the first word of a sentence. */
  static boolean isOpener(int point) {
    return OPENERS.indexOf(point) >= 0;
  }

  /** Whether a character opens a quotation or bracket where no blank stands before it. */
  static boolean isUnspacedOpener(int point) {
    return UNSPACED_OPENERS.indexOf(point) >= 0;
  }

  /** Whether the semicolon at a place is the question mark of a Greek sentence. */
  static boolean isGreekQuestion(CharSequence text, int at) {
    return text.charAt(at) == ';'
        && at > 0
        && Character.UnicodeScript.of(text.charAt(at - 1)) == Character.UnicodeScript.GREEK;
  }
}
