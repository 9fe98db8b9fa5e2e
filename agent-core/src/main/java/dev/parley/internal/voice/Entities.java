package dev.parley.internal.voice;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The entities of HTML that turn up in texts. */
final class Entities {
  private static final int LONGEST = 10;

  private static final Map<String, String> NAMED =
      Map.ofEntries(
          Map.entry("amp", "&"),
          Map.entry("lt", "<"),
          Map.entry("gt", ">"),
          Map.entry("quot", "\""),
          Map.entry("apos", "'"),
          Map.entry("nbsp", " "),
          Map.entry("ndash", "–"),
          Map.entry("mdash", "—"),
          Map.entry("hellip", "…"),
          Map.entry("lsquo", "‘"),
          Map.entry("rsquo", "’"),
          Map.entry("ldquo", "“"),
          Map.entry("rdquo", "”"),
          Map.entry("laquo", "«"),
          Map.entry("raquo", "»"),
          Map.entry("euro", "€"),
          Map.entry("pound", "£"),
          Map.entry("deg", "°"),
          Map.entry("times", "×"),
          Map.entry("frac12", "½"),
          Map.entry("auml", "ä"),
          Map.entry("ouml", "ö"),
          Map.entry("uuml", "ü"),
          Map.entry("szlig", "ß"),
          Map.entry("eacute", "é"));

  private Entities() {}

  /** Whether a text that begins with {@code &} may become an entity. */
  static boolean mayHold(CharSequence held) {
    char last = held.charAt(held.length() - 1);
    boolean fits = held.length() == 2 ? last == '#' || isPlain(last) : isPlain(last);
    return fits && held.length() <= LONGEST;
  }

  private static boolean isPlain(char c) {
    return c < 0x80 && Character.isLetterOrDigit(c);
  }

  /** The characters that an entity stands for, or null for one that is none. */
  static @Nullable String decode(String name) {
    return name.startsWith("#") ? number(name.substring(1)) : NAMED.get(name);
  }

  private static @Nullable String number(String digits) {
    boolean hexadecimal = digits.startsWith("x") || digits.startsWith("X");
    try {
      int point =
          Integer.parseInt(hexadecimal ? digits.substring(1) : digits, hexadecimal ? 16 : 10);
      boolean fits =
          point > 0 && point <= Character.MAX_CODE_POINT && !Ornaments.isInvisible(point);
      return fits ? Character.toString(point) : null;
    } catch (NumberFormatException none) {
      return null;
    }
  }
}
