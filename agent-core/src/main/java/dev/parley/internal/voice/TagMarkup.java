package dev.parley.internal.voice;

import java.util.Locale;
import java.util.Set;

/**
 * Tags of HTML within a text. Tags that are not of HTML stay, for voices that know tags of their
 * own.
 */
final class TagMarkup {
  /** Longer tags are text. */
  private static final int LONGEST = 500;

  private static final Set<String> BLOCKS =
      Set.of(
          "br",
          "p",
          "div",
          "li",
          "ul",
          "ol",
          "dl",
          "dt",
          "dd",
          "tr",
          "table",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "blockquote",
          "pre",
          "section",
          "article",
          "details",
          "summary");

  private static final Set<String> GAPS = Set.of("td", "th", "img", "input", "option");

  private static final Set<String> INLINE =
      Set.of(
          "a",
          "b",
          "i",
          "u",
          "s",
          "em",
          "strong",
          "span",
          "code",
          "kbd",
          "samp",
          "var",
          "small",
          "big",
          "sub",
          "sup",
          "del",
          "ins",
          "font",
          "center",
          "abbr",
          "cite",
          "q",
          "tt",
          "strike",
          "thead",
          "tbody",
          "tfoot",
          "caption",
          "wbr",
          "figure",
          "figcaption",
          "html",
          "body");

  private TagMarkup() {}

  /** What the characters so far are. */
  enum Kind {
    /** It cannot be told yet. */
    OPEN,
    /** Text. */
    NONE,
    /** An address in angle brackets. */
    ADDRESS,
    /** A tag that does not divide words. */
    INLINE,
    /** A tag that divides words. */
    GAP,
    /** A tag that divides blocks of text. */
    BLOCK
  }

  /** Tells what a text is that begins with {@code <} and was not told when it was shorter. */
  static Kind of(CharSequence held) {
    char last = held.charAt(held.length() - 1);
    if (held.length() > LONGEST || (last == '<' && held.length() > 1)) {
      return Kind.NONE;
    }
    if (held.charAt(1) == '!') {
      return comment(held);
    }
    if (last == '>') {
      return whole(held.subSequence(1, held.length() - 1).toString());
    }
    boolean noName = Character.isWhitespace(last) && kindOf(nameIn(held, 1)) == Kind.NONE;
    return noName || !mayFollow(held.charAt(1)) || isProse(held) ? Kind.NONE : Kind.OPEN;
  }

  /** Whether words follow the name that are no attributes, as in {@code a <b and b > c}. */
  private static boolean isProse(CharSequence held) {
    String content = held.toString().strip();
    return content.chars().anyMatch(Character::isWhitespace)
        && content.indexOf('=') < 0
        && Character.isWhitespace(held.charAt(held.length() - 1));
  }

  private static boolean mayFollow(char second) {
    return second == '/' || (second < 0x80 && Character.isLetter(second));
  }

  private static Kind comment(CharSequence held) {
    String start = "<!--";
    int shared = Math.min(start.length(), held.length());
    if (!start.startsWith(held.subSequence(0, shared).toString())) {
      return Kind.NONE;
    }
    int length = held.length();
    boolean closed = length >= 7 && "-->".contentEquals(held.subSequence(length - 3, length));
    return closed ? Kind.INLINE : Kind.OPEN;
  }

  private static Kind whole(String content) {
    boolean address = content.contains("://") || content.indexOf('@') > 0;
    if (address && content.chars().noneMatch(Character::isWhitespace)) {
      return Kind.ADDRESS;
    }
    String start = content.endsWith("/") ? content.substring(0, content.length() - 1) : content;
    boolean words = start.strip().chars().anyMatch(Character::isWhitespace);
    return words && start.indexOf('=') < 0 ? Kind.NONE : kindOf(nameIn(content, 0));
  }

  private static String nameIn(CharSequence tag, int from) {
    int start = from < tag.length() && tag.charAt(from) == '/' ? from + 1 : from;
    int end = start;
    while (end < tag.length() && Character.isLetterOrDigit(tag.charAt(end))) {
      end++;
    }
    boolean whole = end == tag.length() || " \t/".indexOf(tag.charAt(end)) >= 0;
    return whole ? tag.subSequence(start, end).toString().toLowerCase(Locale.ROOT) : "";
  }

  private static Kind kindOf(String name) {
    if (BLOCKS.contains(name)) {
      return Kind.BLOCK;
    }
    if (GAPS.contains(name)) {
      return Kind.GAP;
    }
    return INLINE.contains(name) ? Kind.INLINE : Kind.NONE;
  }
}
