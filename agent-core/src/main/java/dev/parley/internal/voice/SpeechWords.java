package dev.parley.internal.voice;

import java.lang.Character.UnicodeScript;

/** Where words end, for voices that take a text word by word. */
final class SpeechWords {
  /** How much is handed over at a time in scripts that set no blanks. */
  private static final int UNSPACED_LENGTH = 10;

  /** Longer than any word; what is longer is cut. */
  private static final int LONGEST_WORD = 100;

  private SpeechWords() {}

  /** How many characters the first piece has, if the latest character shows it; else 0. */
  static int endOfPiece(CharSequence text, boolean first) {
    int latest = text.length() - 1;
    char next = text.charAt(latest);
    if (Character.isWhitespace(next)) {
      return Sentences.isSpeakable(text, latest) ? latest + 1 : 0;
    }
    boolean unspaced = latest >= UNSPACED_LENGTH && isUnspaced(next);
    boolean endless = latest >= LONGEST_WORD && !Character.isLowSurrogate(next);
    return (unspaced || endless) && Sentences.isSpeakable(text, latest) ? latest : 0;
  }

  /** Whether it is a letter of Chinese or Japanese, of which a few make a word. */
  static boolean isIdeograph(char c) {
    return switch (UnicodeScript.of(c)) {
      case HAN, HIRAGANA, KATAKANA -> Character.isLetter(c);
      default -> false;
    };
  }

  /** Whether it is a letter of a script that sets no blanks between words. */
  private static boolean isUnspaced(char c) {
    return Character.isLetter(c)
        && switch (UnicodeScript.of(c)) {
          case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
          default -> false;
        };
  }
}
