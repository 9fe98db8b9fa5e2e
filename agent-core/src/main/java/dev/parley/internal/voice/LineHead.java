package dev.parley.internal.voice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The first characters of a line of markdown: blanks and marks that tell what kind of line it is.
 */
final class LineHead {
  private static final String MARKS = " \t>#-*+_=|:`~–—•‣";
  private static final String BULLETS = "-*+–—•‣";
  private static final int LONGEST_NUMBER = 3;

  /** Quotation marks, headings' hashes and bullets, each with the blank behind it. */
  private static final Pattern STRUCTURE =
      Pattern.compile("[ \\t]*(>(?=[>\\s])|#{1,6}(?=\\s)|[-*+–—•‣](?=\\s))");

  private static final Pattern NUMBER = Pattern.compile("\\s*\\d{1,3}[.)]\\s+");
  private static final Pattern FENCE = Pattern.compile("\\s*(`{3,}|~{3,})\\s*");

  private final CharSequence head;
  private final int textStart;
  private boolean block;
  private boolean item;

  LineHead(CharSequence head) {
    this.head = head.toString();
    this.textStart = skipStructure();
  }

  /** Whether a character may still belong to what tells the kind of a line. */
  static boolean mayHold(CharSequence head, int point) {
    int length = head.length();
    boolean behindDigit = length > 0 && isDigit(head.charAt(length - 1));
    if (point == '.' || point == ')') {
      return behindDigit;
    }
    if (isDigit(point)) {
      return head.chars().noneMatch(c -> c > ' ' && !isDigit(c))
          && head.chars().filter(LineHead::isDigit).count() < LONGEST_NUMBER
          && (behindDigit || head.chars().noneMatch(LineHead::isDigit));
    }
    return MARKS.indexOf(point) >= 0;
  }

  private static boolean isDigit(int point) {
    return point >= '0' && point <= '9';
  }

  private int skipStructure() {
    int at = 0;
    Matcher mark = STRUCTURE.matcher(head);
    while (mark.region(at, head.length()).lookingAt()) {
      block = true;
      item |= BULLETS.contains(mark.group(1));
      at = mark.end();
    }
    return at;
  }

  /** Whether the line begins or ends a block of code. */
  boolean isFence() {
    return FENCE.matcher(head).region(textStart, head.length()).matches();
  }

  /** Whether the line is a block of its own: a heading, an item, a quotation, a row. */
  boolean isBlock() {
    return block || isRow() || NUMBER.matcher(head).region(textStart, head.length()).lookingAt();
  }

  /** Whether the line is an item of a list with bullets. */
  boolean isItem() {
    return item;
  }

  /** Whether the line is a row of a table. */
  boolean isRow() {
    return rest().strip().startsWith("|");
  }

  /** What does not tell the kind of the line: the beginning of its text. */
  String rest() {
    return head.subSequence(textStart, head.length()).toString();
  }
}
