package dev.parley.agora.simulator.strict;

import org.jspecify.annotations.Nullable;

/**
 * One misuse of the SDK.
 *
 * @param kind what was done wrong
 * @param where the method or callback, and the object: {@code AgoraRtcConn#3.publishAudio}
 * @param detail one sentence more
 * @param cause where it happened, or what escaped; null when there is nothing to show
 */
public record Violation(
    ViolationKind kind, String where, String detail, @Nullable Throwable cause) {
  @Override
  public String toString() {
    return kind + " in " + where + ": " + detail;
  }
}
