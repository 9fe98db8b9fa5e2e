package dev.parley.tts;

import java.lang.System.Logger.Level;
import okhttp3.HttpUrl;

/** Reads base URLs. */
final class Urls {
  private static final System.Logger LOGGER = System.getLogger(Urls.class.getName());

  private Urls() {}

  /**
   * Parses a base URL with {@code https}, {@code http}, {@code wss} or {@code ws}.
   *
   * @throws IllegalArgumentException when it is none, or holds a user or a query
   */
  static HttpUrl base(String text) {
    // HttpUrl knows http and https only; the client makes the upgrade of them.
    String http = text.strip().replaceFirst("^(?i)ws(s?)://", "http$1://").replaceFirst("/+$", "");
    HttpUrl url = HttpUrl.parse(http);
    if (url == null) {
      throw new IllegalArgumentException(
          "the base URL does not begin with https://, http://, wss:// or ws:// and a host; give"
              + " such a URL");
    }
    if (!url.username().isEmpty() || !url.password().isEmpty() || url.query() != null) {
      throw new IllegalArgumentException(
          "the base URL of host "
              + url.host()
              + " holds a user or a query; give the key as API key");
    }
    return url;
  }

  /** Warns when a key sent there could be read on the way. */
  static HttpUrl safe(HttpUrl url, String key) {
    boolean here = url.host().matches("localhost|127\\..*|::1");
    if (!url.isHttps() && !here && !key.isEmpty()) {
      LOGGER.log(
          Level.WARNING, "the API key goes to {0} without encryption; use https", url.host());
    }
    return url;
  }
}
