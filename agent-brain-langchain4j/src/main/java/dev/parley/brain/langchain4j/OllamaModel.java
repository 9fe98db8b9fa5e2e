package dev.parley.brain.langchain4j;

import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.parley.spi.Brain;
import dev.parley.spi.Settings;

/** All that touches the classes of langchain4j-ollama, which may not be there. */
final class OllamaModel {
  private OllamaModel() {}

  static Brain brain(Settings settings) {
    var model =
        OllamaStreamingChatModel.builder()
            .httpClientBuilder(LangChain4jBrain.httpClient())
            .baseUrl(Checked.url(settings, OllamaBrainProvider.BASE_URL).orElseThrow())
            .modelName(settings.get(OllamaBrainProvider.MODEL));
    Checked.temperature(settings, OllamaBrainProvider.TEMPERATURE).ifPresent(model::temperature);
    return LangChain4jBrain.builder().name("ollama").model(model.build()).build();
  }
}
