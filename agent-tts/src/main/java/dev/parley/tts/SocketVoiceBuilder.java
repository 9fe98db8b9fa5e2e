package dev.parley.tts;

import okhttp3.HttpUrl;

/**
 * What all voices of vendors with an account can be told. Not thread-safe.
 *
 * @param <B> the builder itself
 */
abstract class SocketVoiceBuilder<B extends SocketVoiceBuilder<B>> extends VoiceBuilder<B> {
  private static final int CONNECTIONS = 100;

  String apiKey = "";
  HttpUrl base;
  int mostConnections = CONNECTIONS;

  SocketVoiceBuilder(String baseUrl) {
    this.base = Urls.base(baseUrl);
  }

  /** Sets the API key; required. It appears in no log and no message. */
  public B apiKey(String key) {
    this.apiKey = Checks.bareKey(key);
    return self();
  }

  /** Sets the base URL, such as that of another region, or of a test; default the vendor's. */
  public B baseUrl(String url) {
    this.base = Urls.base(url);
    return self();
  }

  /**
   * Sets how many connections there may be at once; default 100. A reply that finds none is refused
   * at once, which is better than late: set what the plan allows.
   */
  public B mostConnections(int connections) {
    this.mostConnections = Checks.atLeastOne("mostConnections", connections);
    return self();
  }
}
