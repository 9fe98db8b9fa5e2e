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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
  void itTellsWhatItLacks() {
    assertThat(provider().obstacle(FixedSettings.of()))
        .contains("OPENAI_API_KEY")
        .contains("OPENAI_BASE_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "openai-base-url, 127.0.0.1:8000/v1, OPENAI_BASE_URL",
    "openai-base-url, localhost:8000/v1, OPENAI_BASE_URL",
    "openai-base-url, ftp://x/v1, OPENAI_BASE_URL",
    "openai-base-url, http://local host/v1, OPENAI_BASE_URL",
    "openai-temperature, -3, must be 0 to 2",
    "openai-temperature, 99, must be 0 to 2",
    "openai-max-tokens, 0, must be 1 or more",
    "openai-max-tokens, -5, must be 1 or more",
    "openai-first-token-timeout, 0s, must be more than 0",
    "openai-silence-timeout, 0ms, must be more than 0"
  })
  void aValueThatCannotWorkIsRefusedByName(String key, String value, String told) {
    var settings = FixedSettings.of(Map.of("openai-api-key", "made-up", key, value));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().create(settings))
        .withMessageContaining("--" + key)
        .withMessageContaining(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sk-sec\nret", "sk-s\u201cecret", "sk sec"})
  void aKeyThatIsNoneIsRefusedAndNotTold(String key) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().create(FixedSettings.of(Map.of("openai-api-key", key))))
        .withMessageContaining("OPENAI_API_KEY")
        .withMessageNotContaining("sec");
  }

  @Test
  void aUrlWithAPasswordIsNotTold() {
    var settings = FixedSettings.of(Map.of("openai-base-url", "user:secret@host/v1"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> provider().create(settings))
        .withMessageContaining("OPENAI_BASE_URL")
        .withMessageNotContaining("secret");
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
