package dev.parley.testkit.wire;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/** Reads what a client sends over a WebSocket, RFC 6455. Used by one thread. */
public final class FrameReader {
  private static final int STEP = 64;
  private static final long LONGEST = 1 << 24;

  /** Is told of the bytes of a payload as they come, and may throw to stop reading there. */
  public interface Progress {
    /** So many bytes of a frame of this kind were read; kind 0 goes on with the one before. */
    void read(int opcode, int bytes) throws IOException;
  }

  private final DataInputStream input;
  private final Progress progress;
  private final ByteArrayOutputStream message = new ByteArrayOutputStream();
  private int kind;

  /** Creates a reader that tells nobody how far it is. */
  public FrameReader(InputStream input) {
    this(input, (opcode, bytes) -> {});
  }

  /** Creates a reader. */
  public FrameReader(InputStream input, Progress progress) {
    this.input = new DataInputStream(input);
    this.progress = progress;
  }

  /**
   * Reads the next message, put together where it comes in pieces, or control frame.
   *
   * @throws IOException when the connection ends, and for what a client must not send
   */
  public Frame read() throws IOException {
    while (true) {
      Frame frame = next();
      if (frame.isControl()) {
        return frame;
      }
      kind = frame.opcode() == Frames.CONTINUATION ? kind : frame.opcode();
      message.write(frame.payload());
      if (frame.isLast()) {
        byte[] whole = message.toByteArray();
        message.reset();
        return new Frame(kind, true, whole);
      }
    }
  }

  private Frame next() throws IOException {
    int first = input.readUnsignedByte();
    int second = input.readUnsignedByte();
    if ((first & 0x70) != 0 || (second & 0x80) == 0) {
      throw new IOException("a frame of a client is compressed or not masked");
    }
    long length = length(second & 0x7f);
    if (length > LONGEST || message.size() > LONGEST) {
      throw new IOException("a frame of " + length + " bytes is longer than any message");
    }
    var mask = new byte[4];
    input.readFully(mask);
    int opcode = first & 0x0f;
    return new Frame(opcode, (first & Frames.LAST) != 0, payload(opcode, (int) length, mask));
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
