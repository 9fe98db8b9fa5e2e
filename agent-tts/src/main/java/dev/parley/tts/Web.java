package dev.parley.tts;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.SocketFactory;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/**
 * The HTTP client of one engine, its own or one that the application lends. Thread-safe.
 *
 * <p>OkHttp lets five calls to a host run at once and lets the sixth wait in silence, and counts
 * open sockets as calls: the dispatcher is always its own, with limits far above that.
 */
final class Web {
  private static final int MOST_CALLS = 1_024;
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /** So many connections wait for the next sentence; OkHttp would keep five. */
  private static final int IDLE_CONNECTIONS = 64;

  private static final long IDLE_MINUTES = 5;

  /** WebSocket pings keep Deepgram's sockets alive and find connections that died unseen. */
  private static final Duration PING = Duration.ofSeconds(20);

  /** Only a last resort: the streams watch the gaps themselves. */
  private static final Duration READ = Duration.ofSeconds(60);

  private final OkHttpClient client;
  private final boolean own;

  /** Creates the client; null: an own one. */
  Web(@Nullable OkHttpClient lent) {
    this.own = lent == null;
    OkHttpClient base = lent == null ? ownClient() : lent;
    this.client =
        base.newBuilder()
            .dispatcher(ownDispatcher())
            .socketFactory(new PromptSockets(base.socketFactory()))
            .pingInterval(PING)
            .followRedirects(false) // keys in headers of the vendor's own would follow
            .eventListenerFactory(call -> new ConnectionEar())
            .build();
  }

  private static Dispatcher ownDispatcher() {
    var dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(MOST_CALLS);
    dispatcher.setMaxRequestsPerHost(MOST_CALLS);
    return dispatcher;
  }

  private static OkHttpClient ownClient() {
    return new OkHttpClient.Builder()
        .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
        .connectTimeout(CONNECT)
        .readTimeout(READ)
        .build();
  }

  Call call(Request request) {
    return client.newCall(request);
  }

  WebSocket socket(Request request, WebSocketListener listener) {
    return client.newWebSocket(request, listener);
  }

  /** What makes the client's sockets. */
  SocketFactory sockets() {
    return client.socketFactory();
  }

  /** How many calls and sockets there are, those that wait counted. */
  int openCalls() {
    return client.dispatcher().runningCallsCount() + client.dispatcher().queuedCallsCount();
  }

  /** Begins no more calls; frees threads, and idle connections unless they are the lender's. */
  void close() {
    client.dispatcher().executorService().shutdown();
    if (own) {
      client.connectionPool().evictAll();
    }
  }

  /** Whether the call was put on a connection that had been there before. */
  static boolean reused(Request request) {
    Connecting tag = request.tag(Connecting.class);
    return tag != null && !tag.began;
  }

  /** Remembers, as a tag of a request, whether a connection was opened for it. */
  static final class Connecting {
    private volatile boolean began;
  }

  private static final class ConnectionEar extends EventListener {
    @Override
    public void connectStart(Call call, java.net.InetSocketAddress address, java.net.Proxy proxy) {
      Connecting tag = call.request().tag(Connecting.class);
      if (tag != null) {
        tag.began = true;
      }
    }
  }
}
