package dev.parley.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/**
 * A line between browser and server that a test can cut and mend. Its port stays its own while it
 * is cut: given back, somebody else might get it.
 */
final class CuttableLine implements AutoCloseable {
  private final int target;
  private final ServerSocket door;
  private final List<Socket> sockets = new ArrayList<>();
  private boolean cut;

  CuttableLine(int target) throws IOException {
    this.target = target;
    this.door = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** Breaks all connections, also those to come. */
  synchronized void cut() throws IOException {
    cut = true;
    for (Socket each : sockets) {
      each.close();
    }
    sockets.clear();
  }

  /** Lets connections through again. */
  synchronized void mend() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
  }

  private void accept() {
    try {
      while (true) {
        connect(door.accept());
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private synchronized void connect(Socket near) throws IOException {
    if (cut) {
      near.close();
      return;
    }
    var far = new Socket(InetAddress.getLoopbackAddress(), target);
    sockets.add(near);
    sockets.add(far);
    start(() -> copy(near, far));
    start(() -> copy(far, near));
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
