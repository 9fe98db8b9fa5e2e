package dev.parley.spi;

import org.apiguardian.api.API;

/** Makes voices from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TtsProvider extends PluginProvider<TextToSpeech> {
  /** For providers. */
  protected TtsProvider() {}
}
