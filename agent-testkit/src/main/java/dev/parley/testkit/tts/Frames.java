package dev.parley.testkit.tts;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The frames of WebSockets, RFC 6455: those of the server without a mask, those read with one. */
final class Frames {
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;
  static final int PONG = 10;

  private static final int LAST = 0x80;
  private static final long LONGEST = 1 << 24;

  /** A whole message, or a control frame. */
  static final class Frame {
    private final int opcode;
    private final byte[] payload;

    Frame(int opcode, byte[] payload) {
      this.opcode = opcode;
      this.payload = payload;
    }

    int opcode() {
      return opcode;
    }

    byte[] payload() {
      return payload;
    }

    String text() {
      return new String(payload, StandardCharsets.UTF_8);
    }
  }

  private Frames() {}

  /** Reads the next message or control frame; a message in pieces is put together. */
  static Frame read(InputStream from) throws IOException {
    var input = new DataInputStream(from);
    var message = new ByteArrayOutputStream();
    int opcode = 0;
    while (true) {
      int first = input.readUnsignedByte();
      byte[] payload = payload(input);
      int kind = first & 0x0f;
      if (kind >= CLOSE) {
        return new Frame(kind, payload);
      }
      opcode = kind == 0 ? opcode : kind;
      message.write(payload);
      if ((first & LAST) != 0) {
        return new Frame(opcode, message.toByteArray());
      }
    }
  }

  private static byte[] payload(DataInputStream input) throws IOException {
    int length = input.readUnsignedByte() & 0x7f;
    long size =
        length == 126 ? input.readUnsignedShort() : length == 127 ? input.readLong() : length;
    if (size > LONGEST) {
      throw new IOException("a message of " + size + " bytes is longer than any client sends");
    }
    byte[] mask = input.readNBytes(4);
    byte[] payload = input.readNBytes((int) size);
    for (int i = 0; i < payload.length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return payload;
  }

  static void write(OutputStream output, int opcode, byte[] payload) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(10).put((byte) (LAST | opcode));
    if (payload.length < 126) {
      head.put((byte) payload.length);
    } else if (payload.length < 1 << 16) {
      head.put((byte) 126).putShort((short) payload.length);
    } else {
      head.put((byte) 127).putLong(payload.length);
    }
    output.write(head.array(), 0, head.position());
    output.write(payload);
    output.flush();
  }
}
