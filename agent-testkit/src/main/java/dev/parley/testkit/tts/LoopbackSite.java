package dev.parley.testkit.tts;

import dev.parley.testkit.wire.Frame;
import dev.parley.testkit.wire.FrameReader;
import dev.parley.testkit.wire.Frames;
import dev.parley.testkit.wire.RequestHead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Accepts HTTP requests, kept connections and WebSockets on a free loopback port, with a thread for
 * each connection. Thread-safe.
 */
final class LoopbackSite implements AutoCloseable {
  private static final int BACKLOG = 1_024;

  private final ServerSocket server;
  private final Consumer<Exchange> requests;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger connections = new AtomicInteger();

  /** Opens the port; {@code requests} is told each request, on its connection's thread. */
  LoopbackSite(Consumer<Exchange> requests) {
    this.requests = requests;
    try {
      server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException("no port of the loopback address is free", e);
    }
    start("parley-voice-server", this::acceptAll);
  }

  String url() {
    return "http://127.0.0.1:" + server.getLocalPort();
  }

  /** How many TCP connections there were. */
  int connections() {
    return connections.get();
  }

  private static void start(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void acceptAll() {
    try {
      while (!server.isClosed()) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        sockets.add(socket);
        connections.incrementAndGet();
        start("parley-voice-connection", () -> serve(socket));
      }
    } catch (IOException closed) {
      // the end of the server
    }
  }

  private void serve(Socket socket) {
    Exchange current = null;
    try (socket) {
      var input = new BufferedInputStream(socket.getInputStream());
      for (RequestHead next = RequestHead.read(input);
          next != null;
          next = RequestHead.read(input)) {
        current = new Exchange(next, next.body(input), socket);
        requests.accept(current);
        if (next.isUpgrade() && serveSocket(current, input)) {
          return;
        }
      }
    } catch (IOException gone) {
      // told below
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      gone(current);
      sockets.remove(socket);
    }
  }

  private static void gone(@Nullable Exchange exchange) {
    if (exchange != null) {
      exchange.gone();
    }
  }

  private static boolean serveSocket(Exchange exchange, BufferedInputStream input)
      throws IOException, InterruptedException {
    Consumer<String> messages = exchange.awaitUpgrade();
    if (messages == null) {
      return false;
    }
    var frames = new FrameReader(input);
    for (Frame frame = frames.read(); frame.opcode() != Frames.CLOSE; frame = frames.read()) {
      if (frame.opcode() == Frames.TEXT) {
        messages.accept(frame.text());
      } else if (frame.opcode() == Frames.PING) {
        exchange.frame(Frames.PONG, frame.payload());
      }
    }
    exchange.close(1_000, "");
    return true;
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Socket socket : sockets) {
        socket.close();
      }
    } catch (IOException gone) {
      // what was wanted
    }
  }
}
