package dev.parley.testkit.assemblyai;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** The server's end of one WebSocket. Sending is thread-safe; reading is for one thread. */
final class Peer {
  private static final int ABNORMAL = 1006;
  private static final int FINAL_FRAME = 0x80;

  /** What a client does; called on the thread that reads. */
  interface Events {
    void text(String message);

    void audio(byte[] message);

    /** The connection ended; 1006: without a close frame. The last call. */
    void closed(int code);
  }

  private final Socket socket;
  private final DataOutputStream output;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong audioBytesLeft = new AtomicLong(Long.MAX_VALUE);
  private volatile boolean closeSent;

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    this.output = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
  }

  /** Reads until the connection ends. */
  void run(BufferedInputStream input, Events events) {
    int code = ABNORMAL;
    try {
      code = read(new FrameReader(new DataInputStream(input), this::count), events);
    } catch (IOException ended) {
      // told as 1006
    } finally {
      shut();
      events.closed(code);
    }
  }

  private int read(FrameReader reader, Events events) throws IOException {
    var message = new ByteArrayOutputStream();
    int kind = FrameReader.CONTINUATION;
    while (true) {
      FrameReader.Frame frame = reader.read();
      switch (frame.opcode()) {
        case FrameReader.CLOSE -> {
          return closed(frame.payload());
        }
        case FrameReader.PING -> write(0x0a, frame.payload());
        case FrameReader.TEXT, FrameReader.BINARY, FrameReader.CONTINUATION -> {
          kind = frame.opcode() == FrameReader.CONTINUATION ? kind : frame.opcode();
          message.write(frame.payload());
          if (frame.last()) {
            tell(kind, message.toByteArray(), events);
            message.reset();
          }
        }
        default -> {}
      }
    }
  }

  private static void tell(int kind, byte[] message, Events events) {
    if (kind == FrameReader.TEXT) {
      events.text(new String(message, StandardCharsets.UTF_8));
    } else {
      events.audio(message);
    }
  }

  private int closed(byte[] payload) throws IOException {
    int code = payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    if (!closeSent) {
      closeSent = true;
      write(FrameReader.CLOSE, payload);
    }
    return code;
  }

  private void count(int opcode, int bytes) throws IOException {
    if (opcode == FrameReader.BINARY || opcode == FrameReader.CONTINUATION) {
      if (audioBytesLeft.addAndGet(-bytes) <= 0) {
        drop();
        throw new IOException("cut as planned");
      }
    }
  }

  /** Cuts the connection when so many more bytes of audio were read, also within a message. */
  void dropAfter(long audioBytes) {
    audioBytesLeft.set(audioBytes);
  }

  /** Sends a text message. */
  void send(String message) {
    tryToWrite(FrameReader.TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a close frame; the client answers. */
  void close(int code, String reason) {
    closeSent = true;
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    var payload = ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text);
    tryToWrite(FrameReader.CLOSE, payload.array());
  }

  private void tryToWrite(int opcode, byte[] payload) {
    try {
      write(opcode, payload);
    } catch (IOException ended) {
      shut(); // the reader tells it
    }
  }

  private void write(int opcode, byte[] payload) throws IOException {
    writing.lock();
    try {
      output.writeByte(FINAL_FRAME | opcode);
      writeLength(payload.length);
      output.write(payload);
      output.flush();
    } finally {
      writing.unlock();
    }
  }

  private void writeLength(int length) throws IOException {
    if (length < 126) {
      output.writeByte(length);
    } else if (length < 1 << 16) {
      output.writeByte(126);
      output.writeShort(length);
    } else {
      output.writeByte(127);
      output.writeLong(length);
    }
  }

  /** Cuts the TCP connection at once; the client sees a reset. */
  void drop() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException closedAlready) {
      // nothing left to cut
    }
    shut();
  }

  private void shut() {
    try {
      socket.close();
    } catch (IOException closedAlready) {
      // what was wanted
    }
  }
}
