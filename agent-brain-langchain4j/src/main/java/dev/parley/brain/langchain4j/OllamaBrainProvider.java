package dev.parley.brain.langchain4j;

import dev.parley.spi.Brain;
import dev.parley.spi.BrainProvider;
import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Makes brains of models that Ollama serves. Needs {@code dev.langchain4j:langchain4j-ollama},
 * which the application adds.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OllamaBrainProvider extends BrainProvider {
  private static final String NEEDED = "dev.langchain4j.model.ollama.OllamaStreamingChatModel";
  static final Setting BASE_URL =
      Setting.of("ollama-base-url", "Where Ollama listens.")
          .variable("OLLAMA_BASE_URL")
          .defaultValue("http://localhost:11434")
          .build();
  static final Setting MODEL =
      Setting.of("ollama-model", "The model, as 'ollama list' shows it.")
          .variable("OLLAMA_MODEL")
          .required()
          .build();
  static final Setting TEMPERATURE =
      Setting.of("ollama-temperature", "How freely the model chooses words; default the model's.")
          .build();

  /** For the service loader. */
  public OllamaBrainProvider() {}

  @Override
  public String name() {
    return "ollama";
  }

  @Override
  public String sentence() {
    return "Thinks with a model on your own machine, served by Ollama.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(BASE_URL, MODEL, TEMPERATURE);
  }

  @Override
  public boolean isAvailable(Settings settings) {
    return super.isAvailable(settings) && isThere();
  }

  @Override
  public String obstacle(Settings settings) {
    return isThere() ? "" : "needs dev.langchain4j:langchain4j-ollama on the class path";
  }

  private static boolean isThere() {
    try {
      Class.forName(NEEDED, false, OllamaBrainProvider.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException missing) {
      return false;
    }
  }

  @Override
  public Brain create(Settings settings) {
    if (!isThere()) {
      throw new IllegalArgumentException(
          "the brain 'ollama' needs dev.langchain4j:langchain4j-ollama on the class path; add that dependency");
    }
    return OllamaModel.brain(settings);
  }
}
