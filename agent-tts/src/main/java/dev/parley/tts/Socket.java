package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.SessionClock;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executor;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * One WebSocket: what it hears is told in a serial context, its end once. Thread-safe.
 *
 * <p>What waits to be written is bounded; beyond that the connection is taken for dead.
 */
final class Socket {
  private static final long MOST_BYTES_WAITING = 1 << 20;
  private static final long LONGEST_REFUSAL = 4_096;
  private static final int NORMAL = 1_000;

  /** Sockets that linger count against the plan; one that is not answered is cut. */
  private static final Duration GOODBYE = Duration.ofSeconds(1);

  private final Executor context;
  private final Listener listener;
  private final WebSocket socket;
  private volatile boolean ended;

  /** Hears a socket. */
  interface Listener {
    void opened();

    void message(JsonNode message);

    void bytes(ByteString bytes);

    void unreadable();

    /** The last call, made once. */
    void ended(Ending ending);
  }

  Socket(Web web, Request request, Executor context, Listener listener) {
    this.context = context;
    this.listener = listener;
    this.socket = web.socket(request, new Ear());
  }

  /** Sends a message; false when the connection is dead or takes no more. */
  boolean send(JsonNode message) {
    return socket.queueSize() <= MOST_BYTES_WAITING && socket.send(message.toString());
  }

  /** Says goodbye, in the vendor's way if it has one, and cuts the connection when none answers. */
  void close(@Nullable JsonNode farewell, SessionClock clock) {
    if (farewell != null) {
      socket.send(farewell.toString());
    }
    if (socket.close(NORMAL, null)) {
      clock.schedule(GOODBYE, socket::cancel);
    }
  }

  /** Cuts the connection. */
  void cut() {
    socket.cancel();
  }

  private void end(Ending ending) {
    context.execute(
        () -> {
          if (!ended) {
            ended = true;
            listener.ended(ending);
          }
        });
  }

  private final class Ear extends WebSocketListener {
    @Override
    public void onOpen(WebSocket opened, Response response) {
      context.execute(listener::opened);
    }

    @Override
    public void onMessage(WebSocket from, String text) {
      JsonNode message = Json.parse(text);
      context.execute(message == null ? listener::unreadable : () -> listener.message(message));
    }

    @Override
    public void onMessage(WebSocket from, ByteString bytes) {
      context.execute(() -> listener.bytes(bytes));
    }

    @Override
    public void onClosing(WebSocket closing, int code, String reason) {
      end(Ending.closed(code, reason));
      closing.close(NORMAL, null);
    }

    @Override
    public void onFailure(WebSocket failed, Throwable why, @Nullable Response response) {
      end(response == null ? Ending.broken(why) : refusal(response, why));
    }

    private Ending refusal(Response response, Throwable why) {
      if (response.code() == 101) {
        return Ending.broken(why);
      }
      String body = "";
      try {
        body = response.peekBody(LONGEST_REFUSAL).string();
      } catch (IOException | IllegalStateException unreadable) {
        why.addSuppressed(unreadable); // the status alone says enough
      }
      return Ending.refused(response.code(), response.headers(), body);
    }
  }
}
