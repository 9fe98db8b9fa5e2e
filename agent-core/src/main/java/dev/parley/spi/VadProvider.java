package dev.parley.spi;

import org.apiguardian.api.API;

/** Makes voice activity detectors from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class VadProvider extends PluginProvider<VoiceActivityDetector> {
  /** For providers. */
  protected VadProvider() {}
}
