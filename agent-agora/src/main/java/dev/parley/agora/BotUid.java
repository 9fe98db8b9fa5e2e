package dev.parley.agora;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The user id of an agent: a number up to 32 bit, or another string.
 *
 * @param text as given; {@code 0} lets the server choose a number
 */
record BotUid(String text) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]+");
  private static final long LARGEST = 0xFFFF_FFFFL;
  private static final int MOST_BYTES = 64;

  BotUid {
    boolean number = DIGITS.matcher(text).matches();
    if (number && (text.length() > 10 || Long.parseLong(text) > LARGEST)) {
      throw new IllegalArgumentException(
          "the uid is " + text + ", must be 0 to " + LARGEST + " when it is a number");
    }
    if (text.isBlank() || text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "the uid is '" + text + "'; use a number, or 1 to " + MOST_BYTES + " bytes of text");
    }
  }

  /** Whether it is a number: channels with numbers and channels with strings do not mix. */
  boolean isNumber() {
    return DIGITS.matcher(text).matches();
  }

  /** Whether the server chooses. */
  boolean isAssigned() {
    return isNumber() && Long.parseLong(text) == 0;
  }

  /** The number in unsigned 32 bit. */
  int number() {
    return Integer.parseUnsignedInt(text);
  }
}
