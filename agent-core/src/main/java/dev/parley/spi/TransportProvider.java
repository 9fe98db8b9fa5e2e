package dev.parley.spi;

import org.apiguardian.api.API;

/** Makes transports from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TransportProvider extends PluginProvider<Transport> {
  /** For providers. */
  protected TransportProvider() {}
}
