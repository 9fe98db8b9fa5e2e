package dev.parley.internal.voice;

/**
 * A link or image of markdown as it comes: {@code [text](address "title")}, {@code [text][name]},
 * each with {@code !} before it for an image. Not thread-safe.
 */
final class LinkMarkup {
  /** How many characters are held back at most until it shows whether they are a link. */
  static final int LONGEST = 1_000;

  /** Brackets in brackets; without a bound they would be read again and again. */
  private static final int DEEPEST = 4;

  private Part part = Part.START;
  private int textStart;
  private int textEnd;
  private int depth;
  private boolean blank;
  private int quote;

  /** What the characters so far are. */
  enum Verdict {
    OPEN,
    NONE,
    LINK,
    /** A link whose address is too long to hold: what is left of it is to be thrown away. */
    LONG_LINK
  }

  private enum Part {
    START,
    TEXT,
    TEXT_END,
    ADDRESS,
    NAME
  }

  /** Reads a character, the last one of {@code held}. */
  Verdict add(CharSequence held, int point) {
    if (part == Part.START) {
      begin(held);
    }
    Verdict verdict =
        switch (part) {
          case START -> Verdict.NONE;
          case TEXT -> addText(held, point);
          case TEXT_END -> beginTarget(point);
          case ADDRESS -> addAddress(point);
          case NAME -> point == ']' ? Verdict.LINK : Verdict.OPEN;
        };
    if (verdict == Verdict.OPEN && held.length() >= LONGEST) {
      return part == Part.ADDRESS ? Verdict.LONG_LINK : Verdict.NONE;
    }
    return verdict;
  }

  /** The text of the link. */
  String text(CharSequence held) {
    return held.subSequence(textStart, textEnd).toString();
  }

  /** Whether the address goes on behind what is held. */
  boolean isUnfinished() {
    return part == Part.ADDRESS && depth > 0;
  }

  /**
   * Where the brackets end whose content is no text: a box to tick, the number of a footnote; 0
   * when they are no such brackets.
   */
  int ornamentEnd(CharSequence held, boolean itemStart) {
    if (part != Part.TEXT_END || textStart != 1) {
      return 0;
    }
    String content = text(held);
    boolean ornament = content.matches("\\^\\S+") || (itemStart && content.matches("[ xX]"));
    return ornament ? textEnd + 1 : 0;
  }

  private void begin(CharSequence held) {
    boolean image = held.charAt(0) == '!';
    if (!image || held.charAt(1) == '[') {
      part = Part.TEXT;
      textStart = image ? 2 : 1;
      depth = image ? 0 : 1;
    }
  }

  private Verdict addText(CharSequence held, int point) {
    depth += point == '[' ? 1 : point == ']' ? -1 : 0;
    if (depth == 0) {
      part = Part.TEXT_END;
      textEnd = held.length() - 1;
    }
    return depth > DEEPEST ? Verdict.NONE : Verdict.OPEN;
  }

  private Verdict beginTarget(int point) {
    if (point == '(') {
      part = Part.ADDRESS;
      depth = 1;
      return Verdict.OPEN;
    }
    if (point == '[') {
      part = Part.NAME;
      return Verdict.OPEN;
    }
    return Verdict.NONE;
  }

  /** Behind a blank only a title in quotation marks may come; else the brackets hold plain text. */
  private Verdict addAddress(int point) {
    if (quote != 0) {
      quote = point == quote ? 0 : quote;
      return Verdict.OPEN;
    }
    if (Character.isWhitespace(point)) {
      blank = true;
      return Verdict.OPEN;
    }
    if (blank && (point == '"' || point == '\'')) {
      quote = point;
      return Verdict.OPEN;
    }
    if (blank && point != ')') {
      return Verdict.NONE;
    }
    depth += point == '(' ? 1 : point == ')' ? -1 : 0;
    return depth == 0 ? Verdict.LINK : Verdict.OPEN;
  }
}
