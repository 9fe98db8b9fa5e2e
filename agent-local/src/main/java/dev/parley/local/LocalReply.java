package dev.parley.local;

import dev.parley.AgentException;
import dev.parley.ConversationItem;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.ErrorKind;
import dev.parley.ToolCall;
import dev.parley.ToolSpec;
import dev.parley.local.brain.Dialogue;
import dev.parley.local.brain.Dialogue.Step;
import dev.parley.local.brain.Documents;
import dev.parley.local.script.PhraseMatcher;
import dev.parley.local.script.Script;
import dev.parley.local.stream.Delivery;
import dev.parley.spi.CloseReason;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.ReplyStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reply: the whole conversation is gone through again, and the last thing said is answered. */
final class LocalReply extends ReplyStream {
  private final Dialogue dialogue;
  private final Documents documents;
  private final ReplyRequest request;
  private final Delivery<ReplyListener> delivery;

  LocalReply(
      Script script,
      PhraseMatcher matcher,
      Documents documents,
      ReplyRequest request,
      ReplyListener listener) {
    this.dialogue = new Dialogue(script, matcher);
    this.documents = documents;
    this.request = request;
    this.delivery = new Delivery<>(listener);
  }

  void think() {
    try {
      answer();
      delivery.close(CloseReason.finished());
    } catch (RuntimeException failure) { // the edge: a defect must not leave the reply open
      delivery.close(
          CloseReason.failed(
              new AgentException(ErrorKind.INTERNAL, "the local brain failed", failure)));
    }
  }

  private void answer() {
    String question = "";
    Step step = null;
    boolean acted = false;
    for (ConversationItem item : request.conversation()) {
      if (item instanceof UserTurn turn) {
        question = turn.text();
        step = dialogue.hear(question);
        acted = false;
      } else if (item instanceof Result result && step != null && step.action() != null) {
        step = isFailure(result) ? dialogue.failed() : dialogue.acted(result.text());
        acted = true;
      }
    }
    if (request.instruction() != null) {
      say(request.instruction());
    } else if (step != null) {
      say(step.text());
      finish(step, question, acted);
    }
  }

  private void finish(Step step, String question, boolean acted) {
    if (step.action() != null) {
      call(step);
    } else if (step.lookUp()) {
      say(lookUp(step, question).orElseGet(() -> dialogue.notUnderstood().text()));
    } else if (step.text().isEmpty() && !acted) {
      say(dialogue.notUnderstood().text());
    }
  }

  private Optional<String> lookUp(Step step, String question) {
    return step.passage() == null ? documents.find(question) : documents.passage(step.passage());
  }

  private void say(String text) {
    if (!text.isBlank()) {
      delivery.tell(each -> each.onText(text + " "));
    }
  }

  private void call(Step step) {
    String name = toolOf(step);
    boolean known = request.tools().stream().map(ToolSpec::name).anyMatch(name::equals);
    String id = name + "-" + request.conversation().size();
    Map<String, @Nullable Object> arguments = new LinkedHashMap<>(step.arguments());
    if (known) {
      delivery.tell(
          each -> each.onToolCall(new ToolCall(id, name, arguments, Json.of(step.arguments()))));
    } else {
      String message =
          "the domain asks for the action '%s', but the agent has no tool '%s'; add one"
              .formatted(step.action(), name);
      delivery.tell(each -> each.onError(new AgentException(ErrorKind.MISSING, message)));
      say(dialogue.failed().text());
    }
  }

  private static String toolOf(Step step) {
    return String.valueOf(step.action()).replace(' ', '_');
  }

  /** What a session writes down for a tool that threw, was late, or was called off. */
  private static boolean isFailure(Result result) {
    return result.text().equals(result.tool() + " failed")
        || result.text().equals(result.tool() + " cancelled");
  }

  @Override
  public void close() {
    delivery.close(CloseReason.cancelled());
  }
}
