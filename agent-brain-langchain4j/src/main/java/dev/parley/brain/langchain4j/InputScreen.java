package dev.parley.brain.langchain4j;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.guardrail.GuardrailRequestParams;
import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailRequest;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.memory.chat.MessageWindowChatMemory;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.spi.PluginContext;
import java.util.List;
import java.util.Map;

/**
 * Shows what participants say to input guardrails before a model sees it. Blocks; thread-safe.
 *
 * <p>Each text is judged once a session. A refused one is never shown, in later requests neither.
 */
final class InputScreen {
  private final List<InputGuardrail> guardrails;

  InputScreen(List<InputGuardrail> guardrails) {
    this.guardrails = List.copyOf(guardrails);
  }

  /** What the model may see of it. */
  Screened judge(UserTurn turn, SessionNotes notes, PluginContext context) {
    if (guardrails.isEmpty()) {
      return Screened.passed(turn.text());
    }
    Screened known = notes.verdict(turn.text());
    if (known != null) {
      return known;
    }
    Screened stands = judge(turn.text(), context);
    notes.verdict(turn.text(), stands);
    return stands;
  }

  private Screened judge(String text, PluginContext context) {
    String stands = text;
    for (InputGuardrail guardrail : guardrails) {
      InputGuardrailResult result = guardrail.validate(request(stands, context));
      if (!result.isSuccess()) {
        return Screened.refused();
      }
      stands = result.hasRewrittenResult() ? result.successfulText() : stands;
    }
    return Screened.passed(stands);
  }

  private static InputGuardrailRequest request(String text, PluginContext context) {
    return InputGuardrailRequest.builder()
        .userMessage(UserMessage.from(text))
        .commonParams(params(context))
        .build();
  }

  static GuardrailRequestParams params(PluginContext context) {
    return GuardrailRequestParams.builder()
        .chatMemory(MessageWindowChatMemory.withMaxMessages(1))
        .userMessageTemplate("{{it}}")
        .variables(Map.of())
        .invocationContext(Invocations.of(context))
        .build();
  }
}
