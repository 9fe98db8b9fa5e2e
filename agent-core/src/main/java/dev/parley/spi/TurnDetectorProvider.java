package dev.parley.spi;

import org.apiguardian.api.API;

/** Makes turn detectors from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TurnDetectorProvider extends PluginProvider<TurnDetector> {
  /** For providers. */
  protected TurnDetectorProvider() {}
}
