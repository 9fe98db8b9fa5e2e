package dev.parley.spi;

import org.apiguardian.api.API;

/**
 * A configured plugin, shared by any number of sessions. Thread-safe.
 *
 * <p>Whoever creates an engine closes it, after the sessions that use it.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class Engine implements AutoCloseable {
  /** For the plugin kinds of this package. */
  protected Engine() {}

  /** Name used in configuration, events and logs, lower case: {@code assemblyai}. */
  public abstract String name();

  /**
   * Frees what the engine owns, such as its HTTP client. Idempotent, does not throw; by default
   * nothing.
   */
  @Override
  public void close() {}

  /** Tells the name, never a setting. */
  @Override
  public String toString() {
    return getClass().getSimpleName() + "[" + name() + "]";
  }
}
