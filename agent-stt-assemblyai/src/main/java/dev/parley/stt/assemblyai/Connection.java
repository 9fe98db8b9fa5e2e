package dev.parley.stt.assemblyai;

import java.time.Duration;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket. Frames are read and parsed on the socket's own thread, so that neither a slow
 * listener nor the session loop holds it up; what they say is told in the stream's context.
 */
final class Connection extends WebSocketListener {
  /** What happens to a connection; called in the stream's context. */
  interface Events {
    /** The upgrade was accepted, which says nothing about the key. */
    void opened();

    /** The server said something. */
    void received(ServerMessage message);

    /** The connection is over; the last call. */
    void ended(Ending ending);
  }

  /**
   * How a connection ended.
   *
   * @param code the close code; 1006 when there was none
   * @param text the reason, or what failed
   * @param status of an answer that refused the upgrade, or 0
   * @param retryAfter what that answer asks for
   */
  record Ending(int code, String text, int status, @Nullable Duration retryAfter) {}

  private static final int NORMAL = 1000;
  private static final int SWITCHING_PROTOCOLS = 101;
  private static final int MOST_WAITING = 1_000;

  private final SerialContext context;
  private final Events events;
  private final WebSocket socket;
  private boolean over;

  /** Begins to connect; returns at once. */
  Connection(WebSocket.Factory sockets, Request request, SerialContext context, Events events) {
    this.context = context;
    this.events = events;
    this.socket = sockets.newWebSocket(request, this);
  }

  /** Queues a binary message. False: the connection is over, which is told separately. */
  boolean send(ByteString message) {
    return socket.send(message);
  }

  /** Queues a text message. False: the connection is over, which is told separately. */
  boolean send(String message) {
    return socket.send(message);
  }

  /** How many bytes are queued and not yet with the operating system. */
  long queuedBytes() {
    return socket.queueSize();
  }

  /** Closes in order, after what is queued. */
  void close() {
    socket.close(NORMAL, null);
  }

  /** Cuts the connection; what is queued is lost. */
  void cancel() {
    socket.cancel();
  }

  @Override
  public void onOpen(WebSocket webSocket, Response response) {
    context.execute(events::opened);
  }

  @Override
  public void onMessage(WebSocket webSocket, String text) {
    // A listener that is a thousand messages behind would fill the memory; cutting the connection
    // loses nothing, because what has no final yet is sent again.
    if (context.waiting() > MOST_WAITING) {
      webSocket.cancel();
      return;
    }
    ServerMessage message = MessageReader.read(text);
    context.execute(() -> receive(message));
  }

  @Override
  public void onMessage(WebSocket webSocket, ByteString bytes) {
    var message = new ServerMessage.Malformed(bytes.size(), "is binary");
    context.execute(() -> receive(message));
  }

  @Override
  public void onClosing(WebSocket webSocket, int code, String reason) {
    webSocket.close(NORMAL, null);
    end(new Ending(code, reason, 0, null));
  }

  @Override
  public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
    if (response != null && response.code() != SWITCHING_PROTOCOLS) {
      end(new Ending(CloseCodes.LOST, "", response.code(), CloseCodes.retryAfter(response)));
    } else {
      end(new Ending(CloseCodes.LOST, String.valueOf(failure.getMessage()), 0, null));
    }
  }

  private void receive(ServerMessage message) {
    if (!over) {
      events.received(message);
    }
  }

  private void end(Ending ending) {
    context.execute(
        () -> {
          if (!over) {
            over = true;
            events.ended(ending);
          }
        });
  }
}
