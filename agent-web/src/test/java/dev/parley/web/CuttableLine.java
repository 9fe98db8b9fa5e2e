package dev.parley.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A line between browser and server that a test can cut and mend. */
final class CuttableLine implements AutoCloseable {
  private final int target;
  private final List<Socket> sockets = new CopyOnWriteArrayList<>();
  private ServerSocket door;

  CuttableLine(int target) throws IOException {
    this.target = target;
    this.door = open(0);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Breaks all connections and accepts none. */
  void cut() throws IOException {
    door.close();
    for (Socket each : sockets) {
      each.close();
    }
    sockets.clear();
  }

  /** Accepts connections again. */
  void mend() throws IOException {
    door = open(door.getLocalPort());
  }

  @Override
  public void close() throws IOException {
    cut();
  }

  private ServerSocket open(int port) throws IOException {
    var socket = new ServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    start(() -> accept(socket));
    return socket;
  }

  private void accept(ServerSocket from) {
    try {
      while (true) {
        Socket near = from.accept();
        var far = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(near);
        sockets.add(far);
        start(() -> copy(near, far));
        start(() -> copy(far, near));
      }
    } catch (IOException closed) {
      // The line was cut.
    }
  }

  private static void copy(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
    } catch (IOException closed) {
      // One side has hung up; both are closed now.
    }
  }

  private static void start(Runnable work) {
    var thread = new Thread(work, "cuttable-line");
    thread.setDaemon(true);
    thread.start();
  }
}
