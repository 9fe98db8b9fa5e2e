package dev.parley.testkit.wire;

import java.nio.charset.StandardCharsets;

/** A frame of a WebSocket with its payload unmasked, or a message put together from several. */
public final class Frame {
  private final int opcode;
  private final boolean last;
  private final byte[] payload;

  Frame(int opcode, boolean last, byte[] payload) {
    this.opcode = opcode;
    this.last = last;
    this.payload = payload;
  }

  /** One of {@link Frames}. */
  public int opcode() {
    return opcode;
  }

  /** Whether it ends its message. */
  boolean isLast() {
    return last;
  }

  /** Whether it may stand between the frames of a message, and is never in pieces. */
  boolean isControl() {
    return opcode >= Frames.CLOSE;
  }

  /** The bytes, not copied. */
  public byte[] payload() {
    return payload;
  }

  /** The payload as text. */
  public String text() {
    return new String(payload, StandardCharsets.UTF_8);
  }
}
