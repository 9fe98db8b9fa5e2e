package dev.parley.brain.langchain4j;

import static dev.parley.brain.langchain4j.Models.request;
import static dev.parley.brain.langchain4j.Models.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.ToolChoice;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is reckoned before a request is sent. */
class BudgetTest {
  private static final Prices DEAR = Prices.builder().model("dear", 1e6, 1e6, 1e6).build();

  private final ScriptedOpenAi server = ScriptedOpenAi.answering(ModelAnswer.text("Hi."));

  @AfterEach
  void closeServer() {
    server.close();
  }

  private String answer(LangChain4jBrainBuilder brain) {
    return Models.ask(brain.build(), request(said("Hello.")).build()).text();
  }

  private OpenAiStreamingChatModel.OpenAiStreamingChatModelBuilder model() {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(LangChain4jBrain.httpClient())
        .baseUrl(server.url())
        .apiKey("test")
        .modelName("test-model");
  }

  @ParameterizedTest
  @CsvSource({"100, Hi.", "5000, Bye."})
  void theModelsOwnLimitCounts(int limit, String expected) {
    SessionBudget budget = SessionBudget.tokens(500).farewell("Bye.");
    assertThat(
            answer(
                LangChain4jBrain.builder()
                    .model(model().maxCompletionTokens(limit).build())
                    .budget(budget)))
        .isEqualTo(expected);
    assertThat(
            answer(
                LangChain4jBrain.builder().model(model().maxTokens(limit).build()).budget(budget)))
        .isEqualTo(expected);
  }

  @Test
  void theModelOfTheParametersHasThePrice() {
    ChatRequestParameters dear =
        ChatRequestParameters.builder().modelName("dear-model").maxOutputTokens(10).build();
    LangChain4jBrainBuilder brain = Models.brain(server).parameters(dear).prices(DEAR);
    assertThat(answer(brain.budget(SessionBudget.cost(5).farewell("Bye.")))).isEqualTo("Bye.");
    assertThat(answer(brain.budget(SessionBudget.cost(5_000)))).isEqualTo("Hi.");
  }

  @Test
  void aBudgetOfMoneyNeedsAPrice() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Models.brain(server).prices(DEAR).budget(SessionBudget.cost(5)).build())
        .withMessageContaining("no price of the model 'test-model'");
  }

  @Test
  void otherScriptsHaveATokenACharacter() {
    String chinese = "你好，我想预约星期一上午的时间";
    ChatRequest request = ChatRequest.builder().messages(UserMessage.from(chinese)).build();
    assertThat(TokenEstimate.input(request)).isGreaterThanOrEqualTo(chinese.length());
  }

  @Test
  void nothingIsChosenWhereThereAreNoTools() {
    ChatRequestParameters choosing =
        ChatRequestParameters.builder().toolChoice(ToolChoice.REQUIRED).temperature(0.5).build();
    assertThat(answer(Models.brain(server).parameters(choosing))).isEqualTo("Hi.");
    assertThat(server.problems()).isEmpty();
    assertThat(server.exchanges().get(0).request())
        .containsEntry("temperature", 0.5)
        .doesNotContainKey("tool_choice");
  }
}
