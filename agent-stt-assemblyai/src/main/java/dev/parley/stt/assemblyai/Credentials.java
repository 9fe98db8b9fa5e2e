package dev.parley.stt.assemblyai;

import dev.parley.spi.PluginContext;
import java.util.concurrent.CompletionStage;

/** What opens a session: an API key, or a token made for each connection. Thread-safe. */
abstract class Credentials {
  /**
   * Returns what stands in the header {@code Authorization}, raw and without {@code Bearer}.
   * Returns at once; a failure is an {@link dev.parley.AgentException}.
   *
   * <p>Tokens go into the header too, as the vendor's own Python SDK sends them: a URL ends up in
   * access logs.
   */
  abstract CompletionStage<String> authorization(PluginContext context);

  /** Whether another try gets other credentials, so that an expired token can be replaced. */
  abstract boolean renews();

  /** Tells the way, never the secret. */
  @Override
  public final String toString() {
    return getClass().getSimpleName();
  }
}
