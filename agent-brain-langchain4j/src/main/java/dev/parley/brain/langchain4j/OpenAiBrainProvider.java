package dev.parley.brain.langchain4j;

import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.spi.Brain;
import dev.parley.spi.BrainProvider;
import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.util.List;
import org.apiguardian.api.API;

/** Makes brains of OpenAI's models, and of those of any server that speaks its protocol. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OpenAiBrainProvider extends BrainProvider {
  private static final Setting KEY =
      Setting.of("openai-api-key", "The API key; servers without accounts need none.")
          .variable("OPENAI_API_KEY")
          .secret()
          .build();
  private static final Setting BASE_URL =
      Setting.of(
              "openai-base-url",
              "The base URL of an OpenAI-compatible server, up to and including /v1; default OpenAI's.")
          .variable("OPENAI_BASE_URL")
          .build();
  private static final Setting MODEL =
      Setting.of("openai-model", "The model, as the server names it.")
          .variable("OPENAI_MODEL")
          .defaultValue("gpt-4.1-mini")
          .build();
  private static final Setting TEMPERATURE =
      Setting.of("openai-temperature", "How freely the model chooses words; default the model's.")
          .build();
  private static final Setting MAX_TOKENS =
      Setting.of(
              "openai-max-tokens", "How many tokens an answer may have; default the model's limit.")
          .build();
  private static final Setting FIRST_TOKEN =
      Setting.of(
              "openai-first-token-timeout",
              "How long the model may be silent before its first token.")
          .defaultValue("8s")
          .build();
  private static final Setting BETWEEN_TOKENS =
      Setting.of("openai-silence-timeout", "How long the model may be silent in mid-answer.")
          .defaultValue("5s")
          .build();

  /** For the service loader. */
  public OpenAiBrainProvider() {}

  @Override
  public String name() {
    return "openai";
  }

  @Override
  public String sentence() {
    return "Thinks with a model of OpenAI's, or of any server that speaks its protocol.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(KEY, BASE_URL, MODEL, TEMPERATURE, MAX_TOKENS, FIRST_TOKEN, BETWEEN_TOKENS);
  }

  @Override
  public boolean isAvailable(Settings settings) {
    return settings.find(KEY).isPresent() || settings.find(BASE_URL).isPresent();
  }

  @Override
  public String obstacle(Settings settings) {
    return "needs OPENAI_API_KEY, or the OPENAI_BASE_URL of a server that wants no key";
  }

  @Override
  public Brain create(Settings settings) {
    if (!isAvailable(settings)) {
      throw new IllegalArgumentException(
          "there is neither OPENAI_API_KEY nor OPENAI_BASE_URL; set the key of your account, or the URL of a server that needs none");
    }
    var model =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(LangChain4jBrain.httpClient())
            .modelName(settings.get(MODEL))
            .apiKey(Checked.key(settings, KEY).orElse(null));
    Checked.url(settings, BASE_URL).ifPresent(model::baseUrl);
    Checked.temperature(settings, TEMPERATURE).ifPresent(model::temperature);
    Checked.count(settings, MAX_TOKENS).ifPresent(model::maxCompletionTokens);
    return LangChain4jBrain.builder()
        .name(name())
        .model(model.build())
        .timeouts(Checked.time(settings, FIRST_TOKEN), Checked.time(settings, BETWEEN_TOKENS))
        .build();
  }
}
