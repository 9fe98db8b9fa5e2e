package dev.parley.tts;

import dev.parley.spi.PluginProvider;
import dev.parley.spi.TtsProvider;
import dev.parley.testkit.contract.ProviderContract;

class ElevenLabsProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new ElevenLabsTtsProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return TtsProvider.class;
  }
}
