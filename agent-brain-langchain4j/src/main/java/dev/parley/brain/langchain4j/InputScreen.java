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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Shows what participants say to input guardrails before a model sees it. Blocks; thread-safe.
 *
 * <p>Each text is judged once a session, whoever asks at the same time. A refused one is never
 * shown, in later requests neither.
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
    while (true) {
      var mine = new CompletableFuture<Screened>();
      CompletableFuture<Screened> verdict = notes.verdict(turn.text(), mine);
      Screened stands = verdict == mine ? judge(turn.text(), mine, notes, context) : await(verdict);
      if (stands != null) {
        return stands;
      }
    }
  }

  private Screened judge(
      String text, CompletableFuture<Screened> mine, SessionNotes notes, PluginContext context) {
    try {
      Screened stands = judge(text, context);
      if (InterruptibleWork.isCancelledHere()) {
        throw new CancellationException("a guardrail was interrupted");
      }
      mine.complete(stands);
      return stands;
    } finally {
      if (!mine.isDone()) {
        notes.forgetVerdict(text, mine);
        mine.cancel(false);
      }
    }
  }

  /** What another thread's guardrails say, or null: they have failed, or were interrupted. */
  private static @Nullable Screened await(CompletableFuture<Screened> verdict) {
    try {
      return verdict.get();
    } catch (ExecutionException | CancellationException failed) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a guardrail was asked");
    }
  }

  private Screened judge(String text, PluginContext context) {
    String stands = text;
    for (InputGuardrail guardrail : guardrails) {
      InputGuardrailRequest asked = request(stands, context);
      InputGuardrailResult result =
          ApplicationCode.call("the input guardrail", guardrail, () -> guardrail.validate(asked));
      if (!result.isSuccess()) {
        return Screened.refused();
      }
      stands = result.hasRewrittenResult() ? result.successfulText() : stands;
      if (stands == null || stands.isBlank()) {
        return Screened.passed(""); // there is nothing left to show to the others
      }
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
