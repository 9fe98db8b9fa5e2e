package dev.parley.web;

import dev.parley.spi.PluginProvider;
import dev.parley.spi.TransportProvider;
import dev.parley.testkit.contract.ProviderContract;

class WebTransportProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new WebTransportProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return TransportProvider.class;
  }
}
