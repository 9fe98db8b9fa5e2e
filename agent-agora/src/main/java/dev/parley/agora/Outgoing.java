package dev.parley.agora;

import org.jspecify.annotations.Nullable;

/** A message to the people in a channel. */
final class Outgoing {
  private final byte[] json;
  private final @Nullable String passing;
  private final boolean again;

  private Outgoing(byte[] json, @Nullable String passing, boolean again) {
    this.json = json;
    this.passing = passing;
    this.again = again;
  }

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

  /** Its content in UTF-8; not to be changed. */
  byte[] json() {
    return json;
  }

  /** A later message with the same name replaces it; null: it matters for itself. */
  @Nullable String passing() {
    return passing;
  }

  /** Whether it is sent a second time, for it may get lost. */
  boolean again() {
    return again;
  }
}
