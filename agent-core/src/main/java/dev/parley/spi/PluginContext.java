package dev.parley.spi;

import dev.parley.SessionClock;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.apiguardian.api.API;

/**
 * What a session lends to the streams that it opens.
 *
 * @param sessionId for logs and traces
 * @param clock the only source of time and delay
 * @param blocking runs blocking calls: virtual threads where there are any. Not the plugin's to
 *     shut down
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record PluginContext(String sessionId, SessionClock clock, Executor blocking) {
  /** Checks that nothing is missing. */
  public PluginContext {
    Objects.requireNonNull(sessionId, "sessionId");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(blocking, "blocking");
  }
}
