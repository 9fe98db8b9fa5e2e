package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.PluginProvider;
import dev.parley.spi.Setting;
import dev.parley.spi.TransportProvider;
import dev.parley.testkit.contract.ProviderContract;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of providers. */
class AgoraTransportProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new AgoraTransportProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return TransportProvider.class;
  }

  @Override
  protected Map<String, String> workingSettings() {
    return Map.of(
        "agora-app-id", AgoraWorld.APP_ID,
        "agora-app-certificate", AgoraWorld.CERTIFICATE,
        "agora-token", "007made-elsewhere",
        "agora-scenario", "ai-server",
        "agora-incremental", "500ms");
  }

  @Test
  void theNamesThatTheWorldUsesAreKept() {
    assertThat(provider().settings())
        .extracting(Setting::variable)
        .contains("AGORA_APP_ID", "AGORA_APP_CERT", "AGORA_BOT_UID");
    assertThat(provider().settings())
        .flatExtracting(Setting::aliases)
        .contains("AGORA_APP_CERTIFICATE");
  }
}
