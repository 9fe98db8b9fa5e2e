package dev.parley.tts;

import java.lang.Character.UnicodeScript;

/** Scripts that are written without blanks between words. */
final class Scripts {
  private static final String SMALL_KANA = "ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮヵヶ";

  private Scripts() {}

  /** Whether words of this character's script follow each other without a blank. */
  static boolean hasNoBlanks(int point) {
    return standsAlone(point) || needsDictionary(point);
  }

  /** Whether a character is a syllable of its own, as in Chinese and Japanese. */
  static boolean standsAlone(int point) {
    UnicodeScript script = UnicodeScript.of(point);
    return (script == UnicodeScript.HAN
            || script == UnicodeScript.HIRAGANA
            || script == UnicodeScript.KATAKANA)
        && SMALL_KANA.indexOf(point) < 0;
  }

  /** Whether a character continues the syllable before it: a small kana, a mark of length. */
  static boolean belongsToSyllable(int point) {
    return SMALL_KANA.indexOf(point) >= 0 || Character.getType(point) == Character.MODIFIER_LETTER;
  }

  /** Whether only a dictionary knows where words end, as in Thai. */
  static boolean needsDictionary(int point) {
    return switch (UnicodeScript.of(point)) {
      case THAI, LAO, KHMER, MYANMAR -> true;
      default -> false;
    };
  }
}
