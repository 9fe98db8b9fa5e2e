package dev.parley.spi;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * How a session wants a reply spoken. Immutable.
 *
 * @param reply the number of the reply in its session
 * @param language the BCP 47 tag of the text, or null: the voice's own
 * @param context what the session lends
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TtsRequest(int reply, @Nullable String language, PluginContext context) {
  /** Checks that nothing is missing. */
  public TtsRequest {
    Objects.requireNonNull(context, "context");
  }
}
