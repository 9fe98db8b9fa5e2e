package dev.parley.brain.langchain4j;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.net.SocketException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Builds {@link VoiceHttpClient}s for LangChain4j's models. Not thread-safe. */
final class VoiceHttpClientBuilder implements HttpClientBuilder {
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  /** As many sessions may think at once; OkHttp's own limit is five to a host. */
  private static final int MOST_CALLS = 1_024;

  /** So many connections wait for the next turn; OkHttp would keep five. */
  private static final int IDLE_CONNECTIONS = 64;

  private static final long IDLE_MINUTES = 5;

  private @Nullable Duration connectTimeout;
  private @Nullable Duration readTimeout;

  @Override
  public @Nullable Duration connectTimeout() {
    return connectTimeout;
  }

  @Override
  public HttpClientBuilder connectTimeout(@Nullable Duration timeout) {
    connectTimeout = timeout;
    return this;
  }

  @Override
  public @Nullable Duration readTimeout() {
    return readTimeout;
  }

  @Override
  public HttpClientBuilder readTimeout(@Nullable Duration timeout) {
    readTimeout = timeout;
    return this;
  }

  @Override
  public HttpClient build() {
    var dispatcher = new Dispatcher();
    dispatcher.setMaxRequests(MOST_CALLS);
    dispatcher.setMaxRequestsPerHost(MOST_CALLS);
    var client =
        new OkHttpClient.Builder()
            .dispatcher(dispatcher)
            .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_MINUTES, TimeUnit.MINUTES))
            .connectTimeout(Objects.requireNonNullElse(connectTimeout, CONNECT_TIMEOUT))
            .readTimeout(Objects.requireNonNullElse(readTimeout, Duration.ZERO))
            .followRedirects(false) // a key must not go where nobody meant it to
            .eventListener(new Prompt());
    return new VoiceHttpClient(client.build());
  }

  /**
   * Has requests sent at once. OkHttp leaves Nagle's algorithm on: then the end of a long request
   * waits until the server has acknowledged its beginning.
   */
  private static final class Prompt extends EventListener {
    @Override
    public void connectionAcquired(Call call, Connection connection) {
      try {
        connection.socket().setTcpNoDelay(true);
      } catch (SocketException closed) {
        // the call will find that out
      }
    }
  }
}
