package dev.parley.testkit.tts;

import dev.parley.testkit.wire.Frames;
import dev.parley.testkit.wire.Handshake;
import dev.parley.testkit.wire.RequestHead;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer, which may be a WebSocket. The server's side; thread-safe. Writing to
 * a client that has gone does nothing.
 */
final class Exchange {
  private final RequestHead request;
  private final String body;
  private final Socket socket;
  private final CountDownLatch decided = new CountDownLatch(1);
  private @Nullable Consumer<String> messages;
  private volatile Runnable beforeWriting = () -> {};
  private volatile boolean ended;
  private volatile boolean aborted;
  private volatile boolean gone;

  Exchange(RequestHead request, byte[] body, Socket socket) {
    this.request = request;
    this.body = new String(body, StandardCharsets.UTF_8);
    this.socket = socket;
  }

  RequestHead request() {
    return request;
  }

  /** The body of the request. */
  String requestBody() {
    return body;
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
    write(Handshake.accept(request));
    messages = listener;
    decided.countDown();
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
    frame(Frames.CLOSE, Frames.close(code, reason));
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
