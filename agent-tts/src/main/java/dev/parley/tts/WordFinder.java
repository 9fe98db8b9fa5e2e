package dev.parley.tts;

import org.jspecify.annotations.Nullable;

/**
 * Finds what a vendor calls a word in the text that was offered, word after word, from front to
 * back. Not thread-safe.
 *
 * <p>Vendors give words back without punctuation, in lower case, in halves ("well", "known"), or as
 * they are spoken ("twenty"). Letters and digits decide; punctuation around belongs to the word;
 * what does not stand in the text is not found, and the words around it carry on.
 */
final class WordFinder {
  /** How far a word is looked for; farther off it is more likely another one that looks alike. */
  private static final int WINDOW = 120;

  private final StringBuilder text = new StringBuilder();
  private int cursor;

  /** Adds text to look in. */
  void append(String offered) {
    text.append(offered);
  }

  /** How much text there is. */
  int length() {
    return text.length();
  }

  /** Where the last word that was found ends. */
  int position() {
    return cursor;
  }

  /** Goes on looking from a position. */
  void seek(int position) {
    cursor = position;
  }

  /** Returns the next word as it stands in the text, with its punctuation; null: not there. */
  @Nullable String find(String word) {
    int[] letters = word.codePoints().filter(Character::isLetterOrDigit).toArray();
    if (letters.length == 0) {
      return null;
    }
    int last = Math.min(text.length(), cursor + WINDOW);
    for (int start = cursor; start < last; start += Character.charCount(text.codePointAt(start))) {
      int end = startsWord(start) ? match(letters, start) : -1;
      if (end >= 0) {
        return take(start, end);
      }
    }
    return null;
  }

  private String take(int start, int end) {
    int from = start;
    while (from > cursor && isPunctuation(text.codePointBefore(from))) {
      from -= Character.charCount(text.codePointBefore(from));
    }
    int to = end;
    while (to < text.length() && isPunctuation(text.codePointAt(to))) {
      to += Character.charCount(text.codePointAt(to));
    }
    cursor = to;
    return text.substring(from, to);
  }

  /**
   * Returns where the letters end that stand from {@code start} on, or -1 when others stand there.
   */
  private int match(int[] letters, int start) {
    int at = start;
    for (int i = 0; i < letters.length; i++) {
      while (i > 0 && at < text.length() && isPunctuation(text.codePointAt(at))) {
        at++;
      }
      if (at >= text.length() || !same(text.codePointAt(at), letters[i])) {
        return -1;
      }
      at += Character.charCount(text.codePointAt(at));
    }
    return endsWord(at) ? at : -1;
  }

  private static boolean same(int first, int second) {
    return Character.toLowerCase(first) == Character.toLowerCase(second);
  }

  private boolean startsWord(int at) {
    return at == cursor || at == 0 || isBoundary(text.codePointBefore(at), text.codePointAt(at));
  }

  private boolean endsWord(int at) {
    return at >= text.length() || isBoundary(text.codePointBefore(at), text.codePointAt(at));
  }

  private static boolean isBoundary(int before, int after) {
    return !Character.isLetterOrDigit(before)
        || !Character.isLetterOrDigit(after)
        || Scripts.hasNoBlanks(before)
        || Scripts.hasNoBlanks(after);
  }

  private static boolean isPunctuation(int point) {
    return !Character.isLetterOrDigit(point) && !Character.isWhitespace(point);
  }
}
