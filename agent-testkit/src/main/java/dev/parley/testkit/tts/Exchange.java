package dev.parley.testkit.tts;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, which may be a WebSocket. The server's side; thread-safe. Writing to
 * a client that has gone does nothing.
 */
final class Exchange {
  private static final String GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final HttpRequest request;
  private final Socket socket;
  private final CountDownLatch decided = new CountDownLatch(1);
  private @Nullable Consumer<String> messages;
  private volatile Runnable beforeWriting = () -> {};
  private volatile boolean ended;
  private volatile boolean aborted;
  private volatile boolean gone;

  Exchange(HttpRequest request, Socket socket) {
    this.request = request;
    this.socket = socket;
  }

  HttpRequest request() {
    return request;
  }

  /** Whether the client went before the answer was complete. */
  boolean isAborted() {
    return aborted;
  }

  /** Whether the client's connection has ended. */
  boolean isGone() {
    return gone;
  }

  void gone() {
    aborted |= !ended;
    gone = true;
  }

  /** Begins an answer whose body follows in chunks. */
  void head(int status, Map<String, String> headers) {
    var head = new StringBuilder("HTTP/1.1 " + status + " -\r\n");
    headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    if (!headers.containsKey("transfer-encoding")) {
      head.append("transfer-encoding: chunked\r\n");
    }
    write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
  }

  /** Sends a chunk of the body. */
  void body(byte[] bytes) {
    if (bytes.length > 0) {
      String size = Integer.toHexString(bytes.length) + "\r\n";
      byte[] head = size.getBytes(StandardCharsets.ISO_8859_1);
      ByteBuffer chunk = ByteBuffer.allocate(head.length + bytes.length + 2);
      write(chunk.put(head).put(bytes).put((byte) '\r').put((byte) '\n').array());
    }
  }

  /** Ends the body properly. */
  void end() {
    ended = true;
    write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    decided.countDown();
  }

  /** Answers in one piece. */
  void answer(int status, Map<String, String> headers, String body) {
    head(status, headers);
    body(body.getBytes(StandardCharsets.UTF_8));
    end();
  }

  /** Cuts the connection. */
  void drop() {
    ended = true;
    decided.countDown();
    try {
      socket.close();
    } catch (IOException cut) {
      // what was wanted
    }
  }

  /** Accepts the upgrade; {@code messages} is told the texts, on the connection's thread. */
  void accept(Consumer<String> listener) {
    String key = request.headers().getOrDefault("sec-websocket-key", "");
    String answer =
        "HTTP/1.1 101 -\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: "
            + hash(key + GUID)
            + "\r\n\r\n";
    write(answer.getBytes(StandardCharsets.ISO_8859_1));
    messages = listener;
    decided.countDown();
  }

  private static String hash(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-1"); // RFC 6455 demands it
      byte[] hash = digest.digest(text.getBytes(StandardCharsets.ISO_8859_1));
      return Base64.getEncoder().encodeToString(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-1", e);
    }
  }

  /** Waits for the decision about the upgrade; null: refused. */
  @Nullable Consumer<String> awaitUpgrade() throws InterruptedException {
    decided.await();
    return messages;
  }

  /** Sends a text message. */
  void text(String message) {
    frame(Frames.TEXT, message.getBytes(StandardCharsets.UTF_8));
  }

  /** Sends a binary message. */
  void binary(byte[] message) {
    frame(Frames.BINARY, message);
  }

  /** Sends a close frame. */
  void close(int code, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    frame(
        Frames.CLOSE,
        ByteBuffer.allocate(2 + text.length).putShort((short) code).put(text).array());
  }

  void frame(int opcode, byte[] payload) {
    locked(output -> Frames.write(output, opcode, payload));
  }

  private void write(byte[] bytes) {
    locked(
        output -> {
          output.write(bytes);
          output.flush();
        });
  }

  private interface Writing {
    void to(OutputStream output) throws IOException;
  }

  /** Sets what runs before each write. */
  void beforeWriting(Runnable task) {
    beforeWriting = task;
  }

  private synchronized void locked(Writing writing) {
    beforeWriting.run();
    try {
      writing.to(socket.getOutputStream());
    } catch (IOException cut) {
      aborted |= !ended;
    }
  }
}
