package dev.parley.stt.assemblyai;

import java.util.Locale;
import okhttp3.HttpUrl;

/**
 * Where the vendor's API is: a base URL below which {@code /v3/ws} and {@code /v3/token} lie.
 *
 * <p>Residency of the data is a property of the host alone.
 */
final class Endpoint {
  private static final String SOCKET_PATH = "/v3/ws";

  private final HttpUrl base;

  private Endpoint(HttpUrl base) {
    this.base = base;
  }

  /**
   * Returns the endpoint of this name or URL.
   *
   * @param text {@code default} (the nearest region), {@code us}, {@code eu}, or a URL with {@code
   *     wss}, {@code ws}, {@code https} or {@code http}, with or without {@code /v3/ws}
   */
  static Endpoint of(String text) {
    String url =
        switch (text.strip().toLowerCase(Locale.ROOT)) {
          case "default" -> "wss://streaming.assemblyai.com";
          case "us" -> "wss://streaming.us.assemblyai.com";
          case "eu" -> "wss://streaming.eu.assemblyai.com";
          default -> text.strip();
        };
    return new Endpoint(checked(parsed(url)));
  }

  private static HttpUrl parsed(String url) {
    String path = url.replaceFirst("/+$", "");
    if (path.endsWith(SOCKET_PATH)) {
      path = path.substring(0, path.length() - SOCKET_PATH.length());
    }
    // HttpUrl knows http and https only; the client makes the upgrade of them.
    String http = path.replaceFirst("^(?i)ws(s?)://", "http$1://");
    HttpUrl parsed = HttpUrl.parse(http);
    if (parsed == null) {
      throw new IllegalArgumentException(
          "the base URL does not begin with wss://, ws://, https:// or http:// and a host;"
              + " use default, us, eu or such a URL");
    }
    return parsed;
  }

  private static HttpUrl checked(HttpUrl url) {
    if (!url.username().isEmpty() || !url.password().isEmpty() || url.query() != null) {
      throw new IllegalArgumentException(
          "the base URL of host "
              + url.host()
              + " holds a user or a query; give the key as API key and parameters by the builder");
    }
    return url;
  }

  /** The URL of the WebSocket, without parameters. */
  HttpUrl socket() {
    return base.newBuilder().addPathSegments("v3/ws").build();
  }

  /** The URL that mints tokens, without parameters. */
  HttpUrl token() {
    return base.newBuilder().addPathSegments("v3/token").build();
  }

  /** Whether a key sent there could be read on the way. */
  boolean isOpenToEavesdroppers() {
    return !base.isHttps() && !base.host().matches("localhost|127\\..*|::1|0:0:0:0:0:0:0:1");
  }

  /** Tells the host. */
  @Override
  public String toString() {
    return base.host() + ":" + base.port();
  }
}
