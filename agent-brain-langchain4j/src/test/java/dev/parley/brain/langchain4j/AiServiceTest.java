package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.langchain4j.agent.tool.Tool;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.moderation.Moderation;
import dev.langchain4j.model.moderation.ModerationModel;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.Moderate;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.tool.ToolErrorHandlerResult;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.util.List;
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

  interface Bare {
    TokenStream chat(String text);
  }

  interface Moderated {
    @Moderate
    TokenStream chat(String text);
  }

  interface Wordless {
    TokenStream chat();
  }

  private AiServices<Bare> bare() {
    return AiServices.builder(Bare.class).streamingChatModel(Models.streaming(server));
  }

  private String systemMessageOf(Bare assistant) {
    Models.ask(LangChain4jBrain.of(assistant), Models.request(Models.said("Hello.")).build());
    return server.exchanges().get(server.exchanges().size() - 1).messages().get(0);
  }

  @Test
  void itsSystemMessageMayBeProvidedAndTransformed() {
    Bare provided = bare().systemMessageProviderWithContext(asked -> "Never give advice.").build();
    assertThat(systemMessageOf(provided)).startsWith("system: Never give advice.");
    Bare transformed =
        bare()
            .systemMessageProvider(id -> "You are brief.")
            .systemMessageTransformer((String own) -> own + " Never give advice.")
            .build();
    assertThat(systemMessageOf(transformed))
        .startsWith("system: You are brief. Never give advice.");
  }

  @Test
  void whatCannotBeUsedIsRefused() {
    assertRefused("chatRequestTransformer", bare().chatRequestTransformer((ChatRequest r) -> r));
    assertRefused("beforeToolExecution", bare().beforeToolExecution(call -> {}));
    assertRefused("afterToolExecution", bare().afterToolExecution(call -> {}));
    assertRefused(
        "executionErrorHandler",
        bare().toolExecutionErrorHandler((error, call) -> ToolErrorHandlerResult.text("no")));
    assertRefused(
        "argumentsErrorHandler",
        bare().toolArgumentsErrorHandler((error, call) -> ToolErrorHandlerResult.text("no")));
    assertRefused(
        "a user message of its own",
        AiServices.builder(Wordless.class)
            .streamingChatModel(Models.streaming(server))
            .userMessageProvider(id -> "Translate."));
    var moderation =
        new ModerationModel() {
          @Override
          public Response<Moderation> moderate(String text) {
            return Response.from(Moderation.notFlagged());
          }

          @Override
          public Response<Moderation> moderate(List<ChatMessage> messages) {
            return moderate("");
          }
        };
    assertRefused(
        "@Moderate",
        AiServices.builder(Moderated.class)
            .streamingChatModel(Models.streaming(server))
            .moderationModel(moderation));
  }

  private static void assertRefused(String what, AiServices<?> services) {
    Object assistant = services.build();
    assertThatThrownBy(() -> LangChain4jBrain.of(assistant))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContainingAll(what, "LangChain4jBrain.builder()");
  }

  @Test
  void aVariableWithoutAValueIsToldWhenTheMessageComesFromAProvider() {
    Bare assistant = bare().systemMessageProvider(id -> "Reply to {{name}}.").build();
    var heard =
        Models.ask(LangChain4jBrain.of(assistant), Models.request(Models.said("Hello.")).build());
    assertThat(heard.log().awaitClosed().error().orElseThrow())
        .hasMessageContainingAll(Bare.class.getName(), "variable", "{{current_date}}");
  }

  @Test
  void theWordsOfARepromptReachTheModel() {
    OutputGuardrail teacher =
        new OutputGuardrail() {
          @Override
          public OutputGuardrailResult validate(AiMessage message) {
            return message.text().contains("damn")
                ? reprompt("rude", "Say it politely.")
                : success();
          }
        };
    try (var rude =
        ScriptedOpenAi.answering(ModelAnswer.text("Wait, damn."), ModelAnswer.text("Please."))) {
      Bare assistant =
          AiServices.builder(Bare.class)
              .streamingChatModel(Models.streaming(rude))
              .outputGuardrails(teacher)
              .build();
      var heard =
          Models.ask(LangChain4jBrain.of(assistant), Models.request(Models.said("Now!")).build());
      assertThat(heard.text()).isEqualTo("Please.");
      assertThat(rude.exchanges().get(1).messages())
          .endsWith("assistant: Wait, damn.", "user: Say it politely.");
    }
  }
}
