package dev.parley.internal.voice;

/**
 * A run of one markup character, such as the asterisks of an emphasis, and whether it is to be kept
 * as text. Not thread-safe.
 */
final class MarkRun {
  private static final int NOTHING = '\n';
  private static final String OPENING = "\"'([{«»“„‘‚*_~-–—";

  /** A longer run tells nothing new. */
  private static final int LONGEST = 8;

  private int mark;
  private int length;
  private int before = NOTHING;

  /** Whether a character may be markup together with those like it. */
  static boolean isMark(int point) {
    return point == '*'
        || point == '_'
        || point == '~'
        || point == '`'
        || point == '#'
        || point == '|';
  }

  /** Says that the line begins. */
  void beginLine() {
    before = NOTHING;
  }

  /** Says that a character has passed as text. */
  void passed(int point) {
    before = point;
  }

  void begin(int point) {
    mark = point;
    length = 1;
  }

  /** Takes the character if it belongs to the run that has begun. */
  boolean extend(int point) {
    boolean same = length > 0 && point == mark;
    if (same && length < LONGEST) {
      length++;
    }
    return same;
  }

  int mark() {
    return mark;
  }

  /** How long the run is; 0 when none has begun. */
  int length() {
    return length;
  }

  /** Ends the run before a character, and returns whether it is text. */
  boolean end(int next) {
    boolean kept =
        switch (mark) {
          case '*' -> isSum(next);
          case '_' -> !opens(next) && !closes(next);
          case '~' -> length == 1;
          case '#' -> !isBlank(before) || next != '\n';
          case '|' -> !isBlank(before) || !isBlank(next);
          default -> false;
        };
    length = 0;
    return kept;
  }

  /** Between two blanks or two digits it is a sign of arithmetic. */
  private boolean isSum(int next) {
    boolean spaced = before != NOTHING && isBlank(before) && next != '\n' && isBlank(next);
    return length == 1 && (spaced || (Character.isDigit(before) && Character.isDigit(next)));
  }

  private boolean opens(int next) {
    return (isBlank(before) || OPENING.indexOf(before) >= 0) && !isBlank(next);
  }

  private boolean closes(int next) {
    return !isBlank(before) && !Character.isLetterOrDigit(next) && next != '@' && next != '/';
  }

  private static boolean isBlank(int point) {
    return Character.isWhitespace(point);
  }
}
