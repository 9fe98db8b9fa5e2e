package dev.parley.tts;

import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * What all voices of this module can be told. Not thread-safe.
 *
 * @param <B> the builder itself
 */
abstract class VoiceBuilder<B extends VoiceBuilder<B>> {
  private static final int FAILURES = 3;

  @Nullable OkHttpClient client;
  Patience patience = Patience.DEFAULT;
  int failuresAllowed = FAILURES;

  abstract B self();

  /**
   * Lends an HTTP client, whose connection pool, proxy and TLS settings are used; its dispatcher is
   * not, and the voice does not close it. Default an own one.
   */
  public B httpClient(OkHttpClient client) {
    this.client = Objects.requireNonNull(client, "client");
    return self();
  }

  /** Sets how long to wait for the first audio of a text before it is tried again; default 3 s. */
  public B firstByteTimeout(Duration timeout) {
    patience = patience.withFirstByte(timeout);
    return self();
  }

  /** Sets how long to wait for more audio that is still to come; default 5 s. */
  public B gapTimeout(Duration timeout) {
    patience = patience.withGap(timeout);
    return self();
  }

  /**
   * Sets how often a reply is begun again that failed before its first audio; default 1, and one
   * more when the vendor is busy. 0: never, 3 at most.
   */
  public B retries(int times) {
    patience = patience.withRetries(times);
    return self();
  }

  /**
   * Sets after how many failures in a row, none with any audio, the voice is taken out until it
   * answers a probe; default 3. Replies then fail at once, and the next voice begins at once.
   */
  public B failuresBeforeProbe(int failures) {
    failuresAllowed = Checks.atLeastOne("failuresBeforeProbe", failures);
    return self();
  }
}
