package dev.parley.stt.assemblyai;

import dev.parley.spi.PluginProvider;
import dev.parley.spi.SttProvider;
import dev.parley.testkit.contract.ProviderContract;

class AssemblyAiProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new AssemblyAiSttProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return SttProvider.class;
  }
}
