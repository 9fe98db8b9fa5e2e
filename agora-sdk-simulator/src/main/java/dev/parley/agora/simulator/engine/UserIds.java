package dev.parley.agora.simulator.engine;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.regex.Pattern;

/** The two kinds of user ids: numbers of 32 bits without sign, and string accounts. */
final class UserIds {
  private static final Pattern DIGITS = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final long LARGEST = 0xffff_ffffL;
  private static final int MOST_BYTES = 64;

  private UserIds() {}

  /** Whether the server assigns one. */
  static boolean isToBeAssigned(String userId) {
    return userId.isEmpty() || userId.equals("0");
  }

  static boolean isNumber(String userId) {
    return DIGITS.matcher(userId).matches() && Long.parseLong(userId) <= LARGEST;
  }

  static boolean isAccount(String userId) {
    return !userId.isEmpty() && userId.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
  }

  /** Returns a number that nobody in the channel has. */
  static String assign(Random random, Channel channel) {
    String userId = number(random);
    while (channel.member(userId).isPresent()) {
      userId = number(random);
    }
    return userId;
  }

  private static String number(Random random) {
    return Integer.toUnsignedString(1 + random.nextInt(Integer.MAX_VALUE - 1));
  }
}
