package dev.parley.brain.langchain4j;

import dev.parley.ToolSpec;
import dev.parley.spi.Brain;
import dev.parley.testkit.contract.BrainContract;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** The contract of brains, kept over real HTTP. */
class LangChain4jBrainTest extends BrainContract {
  private final ScriptedOpenAi server =
      ScriptedOpenAi.answering(
          exchange ->
              exchange.tools().isEmpty()
                  ? ModelAnswer.text("It is five o'clock. Time for tea.")
                  : ModelAnswer.calls()
                      .call("c1", "book", "{\"day\":\"monday\"}")
                      .call("c2", "book", "{\"day\":\"friday\"}", 1));

  @Override
  protected Brain newEngine() {
    return Models.brain(server).build();
  }

  @Override
  protected Optional<ToolQuestion> toolQuestion() {
    ToolSpec book =
        ToolSpec.builder("book")
            .description("Books a day.")
            .parametersSchema(
                "{\"type\":\"object\",\"properties\":{\"day\":{\"type\":\"string\"}}}")
            .required(List.of("day"))
            .build();
    return Optional.of(new ToolQuestion("Book monday and friday.", List.of(book)));
  }

  @AfterEach
  void closeServer() {
    server.close();
  }
}
