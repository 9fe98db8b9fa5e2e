package dev.parley.internal.voice;

import java.text.Normalizer;

/**
 * Takes out of a text what is for the eye only: markdown, HTML tags, emoji, invisible characters.
 * Not thread-safe.
 *
 * <p>It reads one character after the other and holds back what it cannot decide yet, at most
 * {@link LinkMarkup#LONGEST} characters, so that the result does not depend on how the text was
 * cut.
 */
final class EarText {
  private static final int MATHEMATICAL_LETTERS = 0x1D400;
  private static final int LAST_MATHEMATICAL_LETTER = 0x1D7FF;

  private final SpokenText spoken = new SpokenText();
  private final Markdown markdown = new Markdown(spoken);
  private char highSurrogate;
  private boolean behindReturn;
  private boolean behindPicture;

  /** Reads on, and returns what is certain now. */
  String add(String token) {
    for (int i = 0; i < token.length(); i++) {
      addUnit(token.charAt(i));
    }
    return spoken.take();
  }

  /** Ends the text, and returns what was held back. */
  String finish() {
    highSurrogate = 0;
    markdown.finish();
    return spoken.take();
  }

  private void addUnit(char unit) {
    if (Character.isHighSurrogate(unit)) {
      highSurrogate = unit;
    } else if (!Character.isLowSurrogate(unit)) {
      highSurrogate = 0;
      addPoint(unit);
    } else if (highSurrogate != 0) {
      int point = Character.toCodePoint(highSurrogate, unit);
      highSurrogate = 0;
      addPoint(point);
    }
  }

  private void addPoint(int point) {
    boolean secondOfPair = behindReturn && point == '\n';
    behindReturn = point == '\r';
    if (secondOfPair) {
      return; // a carriage return and a line feed are one line break
    }
    if (isLineBreak(point)) {
      markdown.add('\n');
    } else if (point >= MATHEMATICAL_LETTERS && point <= LAST_MATHEMATICAL_LETTER) {
      addPlain(Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC));
    } else {
      addVisible(point);
    }
  }

  private void addPlain(String letters) {
    letters.codePoints().forEach(this::addVisible);
  }

  private void addVisible(int point) {
    if (Ornaments.isInvisible(point) || (behindPicture && point == Ornaments.JOINER)) {
      return; // a picture may be made of several, joined
    }
    behindPicture = Ornaments.isPicture(point);
    markdown.add(point);
  }

  private static boolean isLineBreak(int point) {
    return switch (point) {
      case '\n', '\r', '\u000B', '\f', 0x85, 0x2028, 0x2029 -> true;
      default -> false;
    };
  }
}
