package dev.parley.brain.langchain4j;

import dev.parley.spi.BrainProvider;
import dev.parley.spi.PluginProvider;
import dev.parley.testkit.contract.ProviderContract;

class OllamaBrainProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new OllamaBrainProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return BrainProvider.class;
  }
}
