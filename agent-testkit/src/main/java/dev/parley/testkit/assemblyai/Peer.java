package dev.parley.testkit.assemblyai;

import dev.parley.testkit.wire.Frame;
import dev.parley.testkit.wire.FrameReader;
import dev.parley.testkit.wire.Frames;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;

/** The server's end of one WebSocket. Sending is thread-safe; reading is for one thread. */
final class Peer {
  private static final int ABNORMAL = 1006;

  /** What a client does; called on the thread that reads. */
  interface Events {
    void text(String message);

    void audio(byte[] message);

    /** The connection ended; 1006: without a close frame. The last call. */
    void closed(int code);
  }

  private final Socket socket;
  private final OutputStream output;
  private final ReentrantLock writing = new ReentrantLock();
  private final AtomicLong audioBytesLeft = new AtomicLong(Long.MAX_VALUE);
  private volatile boolean closeSent;

  Peer(Socket socket) throws IOException {
    this.socket = socket;
    this.output = new BufferedOutputStream(socket.getOutputStream());
  }

  /** Reads until the connection ends. */
  void run(BufferedInputStream input, Events events) {
    int code = ABNORMAL;
    try {
      code = read(new FrameReader(input, this::count), events);
    } catch (IOException ended) {
      // told as 1006
    } finally {
      shut();
      events.closed(code);
    }
  }

  private int read(FrameReader reader, Events events) throws IOException {
    while (true) {
      Frame frame = reader.read();
      switch (frame.opcode()) {
        case Frames.CLOSE -> {
          return closed(frame.payload());
        }
        case Frames.PING -> write(Frames.PONG, frame.payload());
        case Frames.TEXT -> events.text(frame.text());
        case Frames.BINARY -> events.audio(frame.payload());
        default -> {}
      }
    }
  }

  private int closed(byte[] payload) throws IOException {
    int code = payload.length < 2 ? 1005 : ByteBuffer.wrap(payload).getShort() & 0xffff;
    if (!closeSent) {
      closeSent = true;
      write(Frames.CLOSE, payload);
    }
    return code;
  }

  private void count(int opcode, int bytes) throws IOException {
    boolean control = opcode >= Frames.CLOSE;
    if (!control && opcode != Frames.TEXT && audioBytesLeft.addAndGet(-bytes) <= 0) {
      drop();
      throw new IOException("cut as planned");
    }
  }

  /** Cuts the connection when so many more bytes of audio were read, also within a message. */
  void dropAfter(long audioBytes) {
    audioBytesLeft.set(audioBytes);
  }

  /** Sends a text message. */
  void send(String message) {
    tryToWrite(Frames.TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a close frame; the client answers. */
  void close(int code, String reason) {
    closeSent = true;
    tryToWrite(Frames.CLOSE, Frames.close(code, reason));
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
      Frames.write(output, opcode, payload);
    } finally {
      writing.unlock();
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
