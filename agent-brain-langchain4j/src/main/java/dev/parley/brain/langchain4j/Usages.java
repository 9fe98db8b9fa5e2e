package dev.parley.brain.langchain4j;

import dev.langchain4j.model.openai.OpenAiTokenUsage;
import dev.langchain4j.model.output.TokenUsage;
import dev.parley.spi.Usage;
import org.jspecify.annotations.Nullable;

/** LangChain4j's token counts in the engine's form. */
final class Usages {
  private Usages() {}

  /** Null when the server did not count. */
  static @Nullable Usage of(@Nullable TokenUsage counted) {
    if (counted == null || counted.inputTokenCount() == null) {
      return null;
    }
    int input = number(counted.inputTokenCount());
    return new Usage(input, Math.min(input, cached(counted)), number(counted.outputTokenCount()));
  }

  private static int cached(TokenUsage counted) {
    return counted instanceof OpenAiTokenUsage detailed && detailed.inputTokensDetails() != null
        ? number(detailed.inputTokensDetails().cachedTokens())
        : 0;
  }

  private static int number(@Nullable Integer count) {
    return count == null ? 0 : count;
  }
}
