package dev.parley.agora;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which user ids agents of this process hold in which channels. Thread-safe.
 *
 * <p>Agora itself does not always notice two users with one uid (builds before 174 let both stay),
 * and they would take each other's audio.
 */
final class UidClaims {
  private static final Set<String> HELD = ConcurrentHashMap.newKeySet();

  private UidClaims() {}

  /** Takes it, or returns false when another agent of this process has it. */
  static boolean take(String channel, BotUid uid) {
    return uid.isAssigned() || HELD.add(key(channel, uid));
  }

  static void giveBack(String channel, BotUid uid) {
    HELD.remove(key(channel, uid));
  }

  private static String key(String channel, BotUid uid) {
    return uid.text() + "@" + channel;
  }
}
