package dev.parley.spi;

import org.apiguardian.api.API;

/** Makes speech recognisers from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class SttProvider extends PluginProvider<SpeechToText> {
  /** For providers. */
  protected SttProvider() {}
}
