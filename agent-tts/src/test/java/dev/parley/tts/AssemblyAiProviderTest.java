package dev.parley.tts;

import dev.parley.spi.PluginProvider;
import dev.parley.spi.TtsProvider;
import dev.parley.testkit.contract.ProviderContract;

class AssemblyAiProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new AssemblyAiTtsProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return TtsProvider.class;
  }
}
