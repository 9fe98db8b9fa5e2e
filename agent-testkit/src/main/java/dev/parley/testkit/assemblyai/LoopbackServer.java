package dev.parley.testkit.assemblyai;

import dev.parley.testkit.wire.Handshake;
import dev.parley.testkit.wire.RequestHead;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Accepts HTTP requests and WebSockets on a free port of the loopback address, with a thread for
 * each connection. Thread-safe.
 */
final class LoopbackServer implements AutoCloseable {
  private static final int BACKLOG = 1_024;

  /** What the server does with requests. */
  interface Site {
    /** Answers a plain request. */
    Answer answer(RequestHead request);

    /** Receives a WebSocket that was opened; the visit begins. */
    Peer.Events visited(RequestHead request, int number, Peer peer);

    /**
     * Returns an answer with 101 to accept an upgrade, or another to refuse it.
     *
     * @param number counts the requests, from 1 on
     */
    Answer accepts(RequestHead request, int number);
  }

  /** A plain answer. */
  record Answer(int status, String header, String body) {}

  private final ServerSocket listening;
  private final Site site;
  private final AtomicInteger upgrades = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();

  LoopbackServer(Site site) throws IOException {
    this.site = site;
    this.listening = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
  }

  void start() {
    startThread("parley-test-server", this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = listening.accept();
        open.add(socket);
        startThread("parley-test-server-" + socket.getPort(), () -> serve(socket));
      }
    } catch (IOException closed) {
      // the server was closed
    }
  }

  private static void startThread(String name, Runnable work) {
    var thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      var input = new BufferedInputStream(socket.getInputStream());
      RequestHead request = RequestHead.read(input);
      if (request != null && request.isUpgrade()) {
        upgrade(socket, input, request);
      } else if (request != null) {
        write(socket.getOutputStream(), site.answer(request));
      }
    } catch (IOException gone) {
      // a client that hangs up is no failure of the server
    } finally {
      open.remove(socket);
    }
  }

  private void upgrade(Socket socket, BufferedInputStream input, RequestHead request)
      throws IOException {
    int number = upgrades.incrementAndGet();
    Answer verdict = site.accepts(request, number);
    if (verdict.status() != 101) {
      write(socket.getOutputStream(), verdict);
      return;
    }
    socket.getOutputStream().write(Handshake.accept(request));
    var peer = new Peer(socket);
    peer.run(input, site.visited(request, number, peer));
  }

  private static void write(OutputStream output, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 "
            + answer.status()
            + " -\r\nContent-Type: application/json\r\nConnection: close\r\n"
            + answer.header()
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    output.write(head.getBytes(StandardCharsets.ISO_8859_1));
    output.write(body);
    output.flush();
  }

  /** Stops accepting and cuts what is open. */
  @Override
  public void close() {
    try {
      listening.close();
      for (Socket each : open) {
        each.close();
      }
    } catch (IOException alreadyClosed) {
      // what was wanted
    }
  }
}
