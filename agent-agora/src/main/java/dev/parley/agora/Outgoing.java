package dev.parley.agora;

import org.jspecify.annotations.Nullable;

/**
 * A message to the people in a channel.
 *
 * @param json its content in UTF-8
 * @param passing a later message with the same name replaces it, and it is sent once; null: it
 *     matters for itself
 * @param again whether it is sent a second time, for it may get lost
 */
record Outgoing(byte[] json, @Nullable String passing, boolean again) {
  /** What matters: nothing replaces it, and it is sent twice. */
  static Outgoing lasting(byte[] json) {
    return new Outgoing(json, null, true);
  }

  /** What a later message with the same name makes pointless. */
  static Outgoing passing(byte[] json, String name) {
    return new Outgoing(json, name, false);
  }

  /** What must not come twice, though it may get lost. */
  static Outgoing once(byte[] json) {
    return new Outgoing(json, null, false);
  }
}
