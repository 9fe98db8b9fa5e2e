package dev.parley.spi;

import dev.parley.AgentException;
import org.apiguardian.api.API;

/**
 * What every stream tells its listener. Plugins may call it on any thread, one call at a time.
 *
 * <p>Nothing comes after {@link #onClosed}, and {@code onClosed} comes exactly once, whatever
 * happens. Methods do nothing until overridden, so new ones can be added.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class StreamListener {
  /** For the listeners of this package, and for listeners that only care for the end. */
  protected StreamListener() {}

  /** Something went wrong; the stream lives on. */
  public void onError(AgentException error) {}

  /** Something was measured. */
  public void onMetric(PluginMetric metric) {}

  /** The stream ended; always the last call, made once. */
  public void onClosed(CloseReason reason) {}
}
