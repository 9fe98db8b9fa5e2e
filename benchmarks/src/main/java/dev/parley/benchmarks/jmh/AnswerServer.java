package dev.parley.benchmarks.jmh;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * An HTTP server on the loopback that answers when the benchmark says so, in chunks that leave in
 * the instant in which they are written.
 */
final class AnswerServer implements AutoCloseable {
  private static final byte[] LINE = {'\r', '\n'};

  private final ServerSocket listening;
  private final String contentType;
  private final Rounds requests = new Rounds("a request");
  private volatile OutputStream answer = OutputStream.nullOutputStream();

  AnswerServer(String contentType) throws IOException {
    this.contentType = contentType;
    this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("accept", this::accept);
  }

  String url() {
    return "http://127.0.0.1:" + listening.getLocalPort() + "/v1";
  }

  /** Waits until the next request has come in whole. */
  void awaitRequest() {
    requests.await();
  }

  /** Begins the answer to the latest request. */
  void begin() {
    send(
        ("HTTP/1.1 200 OK\r\nContent-Type: "
                + contentType
                + "\r\nTransfer-Encoding: chunked\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII));
  }

  /** Sends a part of the answer. */
  void write(byte[] part) {
    byte[] size = Integer.toHexString(part.length).getBytes(StandardCharsets.US_ASCII);
    var chunk = new byte[size.length + part.length + 2 * LINE.length];
    System.arraycopy(size, 0, chunk, 0, size.length);
    System.arraycopy(LINE, 0, chunk, size.length, LINE.length);
    System.arraycopy(part, 0, chunk, size.length + LINE.length, part.length);
    System.arraycopy(LINE, 0, chunk, chunk.length - LINE.length, LINE.length);
    send(chunk);
  }

  /** Ends the answer. */
  void end() {
    send("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
  }

  private void send(byte[] bytes) {
    try {
      answer.write(bytes);
      answer.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() throws IOException {
    while (!listening.isClosed()) {
      Socket connection = listening.accept();
      connection.setTcpNoDelay(true);
      start("connection", () -> serve(connection));
    }
  }

  private void serve(Socket connection) throws IOException {
    try (connection) {
      var in = new BufferedInputStream(connection.getInputStream());
      String head = readHead(in);
      while (!head.isEmpty()) {
        in.skipNBytes(bodyLength(head));
        answer = connection.getOutputStream();
        if (head.startsWith("POST")) {
          requests.happened();
        } else { // a client that warms up
          send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        head = readHead(in);
      }
    }
  }

  /** Reads up to the empty line; nothing at the end of the connection. */
  private static String readHead(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int next = in.read(); next >= 0; next = in.read()) {
      head.append((char) next);
      if (head.length() > 3 && head.indexOf("\r\n\r\n", head.length() - 4) >= 0) {
        return head.toString();
      }
    }
    return "";
  }

  private static int bodyLength(String head) {
    String name = "content-length:";
    int at = head.toLowerCase(Locale.ROOT).indexOf(name);
    if (at < 0) {
      return 0;
    }
    int end = head.indexOf('\r', at);
    return Integer.parseInt(head.substring(at + name.length(), end).strip());
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    var thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException gone) {
                // the other side, or this server, has closed
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
