package dev.parley.internal.voice;

/**
 * Takes out of a text what is for the eye only: emphasis marks, code ticks, headings, emoji. Not
 * thread-safe.
 */
final class EarText {
  private boolean lineStart = true;

  String add(String token) {
    var result = new StringBuilder(token.length());
    token.codePoints().forEach(point -> append(point, result));
    return result.toString();
  }

  String finish() {
    return "";
  }

  private void append(int point, StringBuilder result) {
    if (isForTheEye(point)) {
      return;
    }
    lineStart = point == '\n' || (lineStart && Character.isWhitespace(point));
    result.appendCodePoint(point);
  }

  private boolean isForTheEye(int point) {
    return point == '*' || point == '`' || (point == '#' && lineStart) || isEmoji(point);
  }

  private static boolean isEmoji(int point) {
    return (point >= 0x1F000 && point <= 0x1FAFF)
        || (point >= 0x2600 && point <= 0x27BF)
        || point == 0xFE0F
        || point == 0x200D;
  }
}
