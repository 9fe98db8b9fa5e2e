package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An application's AI service, as it is, in a voice agent. */
class AiServiceTest {
  private final ScriptedOpenAi server =
      ScriptedOpenAi.answering(
          ModelAnswer.calls().call("c1", "opening", "{}"), ModelAnswer.text("At nine."));

  @AfterEach
  void closeServer() {
    server.close();
    assertThat(server.problems()).isEmpty();
  }

  interface Assistant {
    @SystemMessage({"You are the café's assistant.", "Be brief."})
    TokenStream chat(String text);
  }

  interface Silent {
    String chat(String text);
  }

  /** Knows the hours. */
  static final class Hours {
    @Tool("Tells when the café opens")
    String opening() {
      return "nine o'clock";
    }
  }

  /** Hears no secrets. */
  static final class Discretion implements InputGuardrail {
    @Override
    public InputGuardrailResult validate(UserMessage message) {
      return message.singleText().contains("secret") ? fatal("secret") : success();
    }
  }

  private Assistant assistant() {
    return AiServices.builder(Assistant.class)
        .streamingChatModel(Models.streaming(server))
        .chatMemory(MessageWindowChatMemory.withMaxMessages(10))
        .tools(new Hours())
        .inputGuardrails(new Discretion())
        .build();
  }

  @Test
  void itsModelMessageAndToolsAreUsedAndTheEngineRunsThem() throws Exception {
    try (VoiceCall call = VoiceCall.saying(LangChain4jBrain.of(assistant()), "When do you open?")) {
      assertThat(call.awaitReply().heard()).isEqualTo("At nine.");
      assertThat(call.results()).containsExactly("nine o'clock");
      assertThat(server.exchanges().get(1).messages())
          .containsExactly(
              "system: You are the café's assistant.\nBe brief.\n\nYou are kind.",
              "user: When do you open?",
              "assistant: [opening {}]",
              "tool: nine o'clock");
    }
  }

  interface Dated {
    @SystemMessage("Today is {{current_date}}.")
    TokenStream chat(String text);
  }

  interface Named {
    @SystemMessage("You are {{who}}.")
    TokenStream chat(String text);
  }

  @Test
  void aSystemMessageThatIsATemplateIsFilledOrRefused() {
    Dated dated = AiServices.create(Dated.class, Models.streaming(server));
    Models.ask(LangChain4jBrain.of(dated), Models.request(Models.said("Hello.")).build());
    assertThat(server.exchanges().get(0).messages().get(0))
        .matches("system: Today is \\d{4}-\\d\\d-\\d\\d\\.\\s+You are kind\\.");
    Named named = AiServices.create(Named.class, Models.streaming(server));
    assertThatThrownBy(() -> LangChain4jBrain.of(named))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll("Named", "who", "{{current_date}}");
  }

  @Test
  void itsGuardrailsAreKept() {
    var heard =
        Models.ask(
            LangChain4jBrain.of(assistant()),
            Models.request(Models.said("Tell me a secret.")).build());
    assertThat(heard.text()).startsWith("I am sorry");
    assertThat(server.exchanges()).isEmpty();
  }

  @Test
  void whatIsNoServiceIsRefusedWithAnAdvice() {
    assertThatThrownBy(() -> LangChain4jBrain.of("an assistant"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("java.lang.String was not made by LangChain4j's AiServices")
        .hasMessageContaining("LangChain4jBrain.builder()");
    Silent silent = AiServices.create(Silent.class, Models.blocking(server));
    assertThatThrownBy(() -> LangChain4jBrain.of(silent))
        .hasMessageContaining("has 0 methods that return TokenStream");
  }
}
