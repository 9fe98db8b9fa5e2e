package dev.parley.samples;

import dev.parley.spi.PluginProvider;
import dev.parley.spi.SttProvider;
import dev.parley.testkit.contract.ProviderContract;

class DtmfProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new CustomPlugin.DtmfProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return SttProvider.class;
  }
}
