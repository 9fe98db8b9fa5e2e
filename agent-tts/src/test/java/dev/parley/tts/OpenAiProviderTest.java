package dev.parley.tts;

import dev.parley.spi.PluginProvider;
import dev.parley.spi.TtsProvider;
import dev.parley.testkit.contract.ProviderContract;
import java.util.Map;

class OpenAiProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new OpenAiTtsProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return TtsProvider.class;
  }

  @Override
  protected Map<String, String> workingSettings() {
    return Map.of("openai-api-key", "made-up-key");
  }
}
