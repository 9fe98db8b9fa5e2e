package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.parley.spi.Brain;
import dev.parley.spi.BrainProvider;
import dev.parley.spi.PluginProvider;
import dev.parley.testkit.FixedSettings;
import dev.parley.testkit.RecordingReplyListener;
import dev.parley.testkit.contract.ProviderContract;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OpenAiBrainProviderTest extends ProviderContract {
  @Override
  protected PluginProvider<?> provider() {
    return new OpenAiBrainProvider();
  }

  @Override
  protected Class<? extends PluginProvider<?>> kind() {
    return BrainProvider.class;
  }

  @Override
  protected Map<String, String> workingSettings() {
    return Map.of("openai-api-key", "made-up");
  }

  @Test
  void aKeyOrAServerIsEnough() {
    assertThat(provider().isAvailable(FixedSettings.of())).isFalse();
    assertThat(provider().isAvailable(FixedSettings.of(Map.of("openai-base-url", "http://x/v1"))))
        .isTrue();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().create(FixedSettings.of()))
        .withMessageContaining("OPENAI_API_KEY")
        .withMessageContaining("OPENAI_BASE_URL");
  }

  @Test
  void anyServerThatSpeaksTheProtocolWorksWithoutAKey() {
    try (var server = ScriptedOpenAi.answering(ModelAnswer.text("Hello."))) {
      Brain brain =
          new OpenAiBrainProvider()
              .create(
                  FixedSettings.of(
                      Map.of(
                          "openai-base-url",
                          server.url(),
                          "openai-model",
                          "small",
                          "openai-temperature",
                          "0.25",
                          "openai-max-tokens",
                          "90")));
      var heard = new RecordingReplyListener();
      brain.open(Models.request(Models.said("Hi.")).build(), heard);
      heard.log().awaitClosed();
      assertThat(heard.text()).isEqualTo("Hello.");
      var exchange = server.exchanges().get(0);
      assertThat(exchange.request())
          .containsEntry("model", "small")
          .containsEntry("temperature", 0.25)
          .containsEntry("max_completion_tokens", 90);
      assertThat(exchange.header("authorization")).isEmpty();
      assertThat(exchange.header("upgrade")).isEmpty();
    }
  }
}
