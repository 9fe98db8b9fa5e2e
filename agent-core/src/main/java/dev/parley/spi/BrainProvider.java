package dev.parley.spi;

import org.apiguardian.api.API;

/** Makes brains from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class BrainProvider extends PluginProvider<Brain> {
  /** For providers. */
  protected BrainProvider() {}
}
