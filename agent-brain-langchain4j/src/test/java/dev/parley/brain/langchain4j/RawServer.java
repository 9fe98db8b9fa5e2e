package dev.parley.brain.langchain4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server that answers every request with the same bytes, right or wrong, and then says nothing
 * more: the body ends with the connection, which the server leaves open if it is told to.
 */
final class RawServer implements AutoCloseable {
  static final String EVENTS = "HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n";
  static final String DONE = "data: [DONE]\n\n";

  private final ServerSocket server;
  private final String answer;
  private final boolean leavesOpen;
  private final AtomicInteger requests = new AtomicInteger();
  private final List<Socket> open = new ArrayList<>();

  private RawServer(String answer, boolean leavesOpen) {
    this.answer = answer;
    this.leavesOpen = leavesOpen;
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var thread = new Thread(this::acceptAll, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  static RawServer answering(String... parts) {
    return new RawServer(String.join("", parts), false);
  }

  static RawServer leavingOpen(String... parts) {
    return new RawServer(String.join("", parts), true);
  }

  /** An event with one chunk; {@code reason} may be {@code null} in quotes or not, as JSON. */
  static String chunk(String delta, String reason) {
    return "data: {\"id\":\"x\",\"object\":\"chat.completion.chunk\",\"created\":1,\"model\":\"m\",\"choices\":"
        + "[{\"index\":0,\"delta\":{"
        + delta
        + "},\"finish_reason\":"
        + reason
        + "}]}\n\n";
  }

  static String text(String text) {
    return chunk("\"content\":\"" + text + "\"", "null");
  }

  static String finish(String reason) {
    return chunk("", "\"" + reason + "\"");
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort() + "/v1";
  }

  int requests() {
    return requests.get();
  }

  private void acceptAll() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        synchronized (open) {
          open.add(socket);
        }
        serve(socket);
      }
    } catch (IOException closed) {
      // the end
    }
  }

  private void serve(Socket socket) {
    try {
      skipRequest(socket.getInputStream());
      requests.incrementAndGet();
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      if (!leavesOpen) {
        socket.close();
      }
    } catch (IOException gone) {
      // the client has had enough
    }
  }

  private static void skipRequest(InputStream input) throws IOException {
    var head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = input.read();
      if (next < 0) {
        throw new IOException("gone");
      }
      head.append((char) next);
    }
    for (String line : head.toString().split("\r\n", -1)) {
      if (line.regionMatches(true, 0, "content-length:", 0, 15)) {
        input.readNBytes(Integer.parseInt(line.substring(15).strip()));
      }
    }
  }

  @Override
  public void close() {
    try {
      server.close();
      synchronized (open) {
        for (Socket socket : open) {
          socket.close();
        }
      }
    } catch (IOException gone) {
      // what was wanted
    }
  }
}
