package dev.parley.testkit.assemblyai;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;

/** Reads a client's WebSocket frames, RFC 6455. Used by one thread. */
final class FrameReader {
  static final int CONTINUATION = 0;
  static final int TEXT = 1;
  static final int BINARY = 2;
  static final int CLOSE = 8;
  static final int PING = 9;

  private static final int STEP = 64;
  private static final long LONGEST = 1 << 24;

  /** A frame with its payload unmasked. */
  static final class Frame {
    private final int opcode;
    private final boolean last;
    private final byte[] payload;

    Frame(int opcode, boolean last, byte[] payload) {
      this.opcode = opcode;
      this.last = last;
      this.payload = payload;
    }

    int opcode() {
      return opcode;
    }

    /** Whether it ends its message. */
    boolean last() {
      return last;
    }

    byte[] payload() {
      return payload;
    }
  }

  /** Is told of the bytes of a payload as they come, and may throw to stop reading there. */
  interface Progress {
    void read(int opcode, int bytes) throws IOException;
  }

  private final DataInputStream input;
  private final Progress progress;

  FrameReader(DataInputStream input, Progress progress) {
    this.input = input;
    this.progress = progress;
  }

  /** Reads the next frame. @throws IOException also for what a client must not send */
  Frame read() throws IOException {
    int first = input.readUnsignedByte();
    int second = input.readUnsignedByte();
    if ((first & 0x70) != 0 || (second & 0x80) == 0) {
      throw new IOException("a frame of a client is compressed or not masked");
    }
    long length = length(second & 0x7f);
    if (length > LONGEST) {
      throw new IOException("a frame of " + length + " bytes is longer than any message");
    }
    var mask = new byte[4];
    input.readFully(mask);
    return new Frame(first & 0x0f, (first & 0x80) != 0, payload(first & 0x0f, (int) length, mask));
  }

  private long length(int small) throws IOException {
    if (small == 126) {
      return input.readUnsignedShort();
    }
    return small == 127 ? input.readLong() : small;
  }

  private byte[] payload(int opcode, int length, byte[] mask) throws IOException {
    var payload = new byte[length];
    for (int at = 0; at < length; ) {
      int read = input.read(payload, at, Math.min(STEP, length - at));
      if (read < 0) {
        throw new EOFException("the connection ended within a frame");
      }
      at += read;
      progress.read(opcode, read);
    }
    for (int i = 0; i < length; i++) {
      payload[i] ^= mask[i & 3];
    }
    return payload;
  }
}
