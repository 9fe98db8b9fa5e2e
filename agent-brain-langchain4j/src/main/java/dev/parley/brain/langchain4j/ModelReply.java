package dev.parley.brain.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.brain.langchain4j.OutputScreen.Judgement;
import dev.parley.spi.CloseReason;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.ReplyStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reply: what was said is screened, something may be looked up, a model is asked, what it
 * writes is screened.
 */
final class ModelReply extends ReplyStream implements Answer.Listener {
  private final Recipe recipe;
  private final SessionNotes notes;
  private final ReplyRequest request;
  private final Delivery delivery;
  private final Interruptions applications = new Interruptions();
  private int retries;
  private @Nullable LookupUse lookup;
  private @Nullable Answer answer;

  ModelReply(Recipe recipe, SessionNotes notes, ReplyRequest request, ReplyListener listener) {
    this.recipe = recipe;
    this.notes = notes;
    this.request = request;
    this.delivery = new Delivery(listener);
  }

  /** Begins; returns at once. */
  void begin() {
    Retrieval retrieval = recipe.retrieval();
    lookup = retrieval == null ? null : retrieval.use(notes, request);
    request.context().blocking().execute(() -> guarded(() -> admit(retrieval)));
  }

  private void admit(@Nullable Retrieval retrieval) {
    if (delivery.isClosed()) {
      return;
    }
    LookupUse use = lookup;
    Boolean allowed = applications.call(() -> recipe.composer().isAllowed(request, notes));
    if (allowed == null) {
      return; // closed
    }
    if (!allowed) {
      refuse("an input guardrail refused what was said");
    } else if (retrieval == null || use == null) {
      compose(null);
    } else {
      boolean late = !use.isDone();
      use.await(
          request.context().clock(), retrieval.patience(request), found -> lookedUp(found, late));
    }
  }

  private void lookedUp(@Nullable Found found, boolean onOtherThread) {
    if (found == null) {
      recipe.accounts().tell(delivery, "retrieval.missed", 1);
    }
    Runnable next = () -> guarded(() -> compose(found));
    if (onOtherThread) { // the clock's, perhaps
      request.context().blocking().execute(next);
    } else {
      next.run();
    }
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error failure) { // the edge: the application's code
      onFailed(Failures.of(failure));
    }
  }

  private void compose(@Nullable Found found) {
    ChatRequest composed =
        delivery.isClosed()
            ? null
            : applications.call(() -> recipe.composer().request(request, notes, found));
    if (composed != null) {
      ask(composed);
    }
  }

  private void ask(ChatRequest composed) {
    String farewell = recipe.accounts().farewell(notes.ledger(), composed);
    if (farewell != null) {
      sayGoodbye(farewell);
      return;
    }
    var next = new Answer(recipe, composed, delivery, notes, request.context(), this);
    synchronized (this) {
      answer = next;
    }
    if (delivery.isClosed()) { // closed while it was composed
      return;
    }
    next.ask();
    if (delivery.isClosed()) {
      next.cancel();
    }
  }

  private void sayGoodbye(String farewell) {
    delivery.tell(each -> each.onText(farewell));
    delivery.tell(each -> each.onLastReply("the session's budget for models is spent"));
    delivery.close(CloseReason.finished());
  }

  private void refuse(String reason) {
    leaveLookup();
    delivery.tell(each -> each.onError(new AgentException(ErrorKind.BAD_REQUEST, reason)));
    if (!recipe.refusal().isEmpty()) {
      delivery.tell(each -> each.onText(recipe.refusal()));
    }
    delivery.close(CloseReason.finished());
  }

  private void leaveLookup() {
    if (lookup != null) {
      lookup.end();
    }
  }

  @Override
  public void onText(String text) {
    if (recipe.outputScreen().isEmpty()) {
      delivery.tell(each -> each.onText(text));
    }
  }

  @Override
  public void onStopped(String instead) {
    recipe.accounts().tell(delivery, "guard.stopped", 1);
    if (!instead.isEmpty()) {
      delivery.tell(each -> each.onText(" " + instead));
    }
    delivery.close(CloseReason.finished());
  }

  @Override
  public void onComplete(ChatRequest asked, ChatResponse response) {
    String text = response.aiMessage().text();
    if (recipe.outputScreen().isEmpty() || text == null || text.isBlank()) {
      finish(response);
    } else {
      request.context().blocking().execute(() -> guarded(() -> screen(asked, response)));
    }
  }

  private void screen(ChatRequest asked, ChatResponse response) {
    Judgement judgement =
        applications.call(() -> recipe.outputScreen().judge(asked, response, request.context()));
    if (judgement == null) {
      return; // closed
    }
    String text = judgement.text();
    if (text != null && text.isBlank() && !response.aiMessage().hasToolExecutionRequests()) {
      refuse("an output guardrail left nothing of what the model wrote");
    } else if (text != null) {
      delivery.tell(each -> each.onText(text));
      finish(response);
    } else if (judgement.again() && retries++ < OutputScreen.MOST_RETRIES) {
      ask(again(asked, response, judgement.reprompt()));
    } else {
      refuse("an output guardrail refused what the model wrote");
    }
  }

  private static ChatRequest again(
      ChatRequest asked, ChatResponse response, @Nullable String reprompt) {
    if (reprompt == null) {
      return asked;
    }
    List<ChatMessage> messages = new ArrayList<>(asked.messages());
    messages.add(AiMessage.from(String.valueOf(response.aiMessage().text())));
    messages.add(UserMessage.from(reprompt));
    return ChatRequest.builder().messages(messages).parameters(asked.parameters()).build();
  }

  private void finish(ChatResponse response) {
    AiMessage message = response.aiMessage();
    if (Endings.isMute(message) && request.step() > 0 && request.tools().isEmpty()) {
      onFailed(Endings.uselessCalls()); // the engine would not run them
      return;
    }
    if (message.hasToolExecutionRequests()) {
      new ToolCalls(request)
          .of(message.toolExecutionRequests())
          .forEach(call -> delivery.tell(each -> each.onToolCall(call)));
    }
    delivery.close(CloseReason.finished());
  }

  @Override
  public void onFailed(AgentException error) {
    leaveLookup();
    delivery.close(CloseReason.failed(error));
  }

  @Override
  public void close() {
    delivery.close(CloseReason.cancelled());
    leaveLookup();
    applications.close();
    Answer running;
    synchronized (this) {
      running = answer;
    }
    if (running != null) {
      running.cancel();
    }
  }
}
