package dev.parley.internal.voice;

/** Characters that are only for the eye: emoji, bullets, invisible ones. */
final class Ornaments {
  static final int JOINER = 0x200D;

  private Ornaments() {}

  /** Whether a character is a picture, so that the words around it stay apart without it. */
  static boolean isPicture(int point) {
    if (point < 0x2022) {
      return false;
    }
    return isBullet(point)
        || isSymbolPicture(point)
        || (point >= 0x1F000 && point <= 0x1FAFF)
        || (point >= 0x2B00 && point <= 0x2BFF);
  }

  /** Whether a character is a bullet or another geometric shape. */
  static boolean isBullet(int point) {
    return point == '•'
        || point == '‣'
        || point == '⁃'
        || point == '∙'
        || (point >= 0x25A0 && point <= 0x25FF);
  }

  /** Miscellaneous symbols and dingbats, but no sharps, flats and numbers in circles. */
  private static boolean isSymbolPicture(int point) {
    boolean technical =
        point == 0x231A
            || point == 0x231B
            || point == 0x2328
            || point == 0x23CF
            || (point >= 0x23E9 && point <= 0x23FA);
    boolean named = (point >= 0x266D && point <= 0x266F) || (point >= 0x2776 && point <= 0x2793);
    return technical || (point >= 0x2600 && point <= 0x27BF && !named);
  }

  /** Whether a character has no shape and no sound of its own. */
  static boolean isInvisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL -> !Character.isWhitespace(point);
      case Character.SURROGATE, Character.PRIVATE_USE -> true;
      case Character.FORMAT -> !isOfSpelling(point);
      default ->
          (point >= 0xFE00 && point <= 0xFE0F)
              || (point >= 0xE0100 && point <= 0xE01EF)
              || point == 0x20E3;
    };
  }

  /** Joiners and non-joiners change letters in Persian and in the scripts of India. */
  private static boolean isOfSpelling(int point) {
    return point == 0x200C
        || point == JOINER
        || (point >= 0x0600 && point <= 0x0605)
        || point == 0x06DD
        || point == 0x070F;
  }
}
