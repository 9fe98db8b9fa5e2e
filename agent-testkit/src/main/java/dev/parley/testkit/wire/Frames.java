package dev.parley.testkit.wire;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The kinds of WebSocket frames, RFC 6455, and how a server writes them: without a mask. */
public final class Frames {
  public static final int TEXT = 1;
  public static final int BINARY = 2;
  public static final int CLOSE = 8;
  public static final int PING = 9;
  public static final int PONG = 10;

  static final int CONTINUATION = 0;
  static final int LAST = 0x80;

  private static final int LONGEST_HEAD = 10;
  private static final int TWO_BYTES = 126;
  private static final int EIGHT_BYTES = 127;

  private Frames() {}

  /** Writes a frame that is a whole message, and flushes. Not thread-safe. */
  public static void write(OutputStream output, int opcode, byte[] payload) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(LONGEST_HEAD).put((byte) (LAST | opcode));
    if (payload.length < TWO_BYTES) {
      head.put((byte) payload.length);
    } else if (payload.length < 1 << 16) {
      head.put((byte) TWO_BYTES).putShort((short) payload.length);
    } else {
      head.put((byte) EIGHT_BYTES).putLong(payload.length);
    }
    output.write(head.array(), 0, head.position());
    output.write(payload);
    output.flush();
  }

  /** Returns the payload of a close frame. */
  public static byte[] close(int code, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array();
  }
}
