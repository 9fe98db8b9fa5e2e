package dev.parley.brain.langchain4j;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.ChatExecutor;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.parley.spi.PluginContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Shows complete answers to LangChain4j's output guardrails. Nothing is spoken before they have
 * passed. Blocks; thread-safe.
 */
final class OutputScreen {
  /** How often a guardrail may have an answer written anew: LangChain4j's own default. */
  static final int MOST_RETRIES = 2;

  private final List<OutputGuardrail> guardrails;

  OutputScreen(List<OutputGuardrail> guardrails) {
    this.guardrails = List.copyOf(guardrails);
  }

  boolean isEmpty() {
    return guardrails.isEmpty();
  }

  /**
   * What is to be done with an answer.
   *
   * @param text what may be spoken, or null
   * @param again whether it is to be written anew
   * @param reprompt what the model is told then, or null
   */
  record Judgement(@Nullable String text, boolean again, @Nullable String reprompt) {}

  Judgement judge(ChatRequest request, ChatResponse response, PluginContext context) {
    String text = response.aiMessage().text();
    String stands = text == null ? "" : text;
    for (OutputGuardrail guardrail : guardrails) {
      OutputGuardrailRequest asked = request(request, response, context);
      OutputGuardrailResult result =
          ApplicationCode.call("the output guardrail", guardrail, () -> guardrail.validate(asked));
      if (!result.isSuccess()) {
        boolean again = result.isRetry() || result.isReprompt();
        return new Judgement(null, again, result.getReprompt().orElse(null));
      }
      if (result.hasRewrittenResult()) {
        stands = result.successfulText();
        response = response.toBuilder().aiMessage(response.aiMessage().withText(stands)).build();
      }
    }
    return new Judgement(stands, false, null);
  }

  private static OutputGuardrailRequest request(
      ChatRequest request, ChatResponse response, PluginContext context) {
    return OutputGuardrailRequest.builder()
        .responseFromLLM(response)
        .chatExecutor(new NoExecutor(request))
        .requestParams(InputScreen.params(context))
        .build();
  }

  /** Guardrails judge; it is the brain that asks a model again. */
  private record NoExecutor(ChatRequest request) implements ChatExecutor {
    @Override
    public ChatResponse execute() {
      throw new WantsAnother(null);
    }

    @Override
    public ChatResponse execute(List<ChatMessage> messages) {
      ChatMessage last = messages.isEmpty() ? null : messages.get(messages.size() - 1);
      throw new WantsAnother(
          last instanceof UserMessage user && user.hasSingleText() ? user.singleText() : null);
    }
  }

  /** A guardrail has tried to ask the model itself. */
  static final class WantsAnother extends UnsupportedOperationException {
    private static final long serialVersionUID = 1L;

    private final @Nullable String reprompt;

    private WantsAnother(@Nullable String reprompt) {
      super("a guardrail of a voice agent cannot ask the model itself; return retry or reprompt");
      this.reprompt = reprompt;
    }

    /** What it would have told the model, or null. */
    @Nullable String reprompt() {
      return reprompt;
    }
  }
}
