package dev.parley.brain.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.SessionClock;
import dev.parley.spi.PluginContext;
import dev.parley.spi.Usage;
import org.jspecify.annotations.Nullable;

/**
 * One call of a model, from the request to the end of its stream. The model's callbacks come one at
 * a time, on any thread; {@link #cancel} on another.
 */
final class Answer {
  /** Hears what comes of it; nothing after {@code complete} or {@code failed}. */
  interface Listener {
    void onText(String text);

    /** The guard has stopped the answer. */
    void onStopped(String instead);

    void onComplete(ChatRequest request, ChatResponse response);

    void onFailed(AgentException error);
  }

  private final Recipe recipe;
  private final ChatRequest request;
  private final Delivery delivery;
  private final Ledger ledger;
  private final Listener listener;
  private final RunningCall call = new RunningCall();
  private final Patience patience;
  private final Pace pace;
  private final @Nullable HeldText held;
  private volatile boolean over;

  Answer(
      Recipe recipe,
      ChatRequest request,
      Delivery delivery,
      SessionNotes notes,
      PluginContext context,
      Listener listener) {
    SessionClock clock = context.clock();
    this.recipe = recipe;
    this.request = request;
    this.delivery = delivery;
    this.ledger = notes.ledger();
    this.listener = listener;
    this.pace = new Pace(clock);
    this.patience =
        new Patience(clock, recipe.firstToken(), recipe.betweenTokens(), this::tookTooLong);
    this.held =
        recipe.outputGuard() == null
            ? null
            : new HeldText(
                recipe.outputGuard(),
                recipe.holdCharacters(),
                recipe.holdTime(),
                context,
                new Held());
  }

  /** Asks; may block. */
  void ask() {
    patience.start();
    pace.asked();
    try {
      call.make(() -> recipe.model().call(request, new ModelEvents(this, call)));
    } catch (RuntimeException | Error failure) { // the edge: the model's client is not ours
      failed(failure);
    }
  }

  /** Abandons it: bytes stop flowing, its connection is free. */
  void cancel() {
    if (end()) {
      recipe.accounts().estimate(ledger, recipe.modelName(), estimate());
      call.cancel();
      closeHeld();
    }
  }

  private void closeHeld() {
    if (held != null) {
      held.close();
    }
  }

  private Usage estimate() {
    return TokenEstimate.of(request, pace.characters());
  }

  private synchronized boolean end() {
    boolean first = !over;
    over = true;
    patience.stop();
    return first;
  }

  /** The model gave a sign of life that nobody hears, such as a part of a tool call. */
  void sign() {
    if (!over) {
      patience.sign();
    }
  }

  void text(String text) {
    if (over || text.isEmpty()) {
      return;
    }
    patience.sign();
    if (pace.token(text.length())) {
      recipe.accounts().tell(delivery, "first_token.seconds", pace.secondsToFirstToken());
    }
    guarded(
        () -> {
          if (held == null) {
            listener.onText(text);
          } else {
            held.add(text);
          }
        });
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException | Error failure) { // a guard of the application
      failed(failure);
    }
  }

  /** What the guard makes of the text. */
  private final class Held implements HeldText.Listener {
    @Override
    public void onSpoken(String text) {
      listener.onText(text);
    }

    @Override
    public void onStopped(String instead) {
      if (end()) {
        recipe.accounts().estimate(ledger, recipe.modelName(), estimate());
        call.cancel();
        listener.onStopped(instead);
      }
    }

    @Override
    public void onFailed(Throwable failure) {
      failed(failure);
    }
  }

  void complete(ChatResponse response) {
    if (over) {
      return;
    }
    patience.stop();
    AgentException cut = cut(response);
    if (cut != null) {
      failed(cut);
      return;
    }
    tellCost(response);
    guarded(
        () -> {
          if ((held == null || held.finish()) && end()) {
            listener.onComplete(request, response);
          }
        });
  }

  /** Tells an answer that ended too early: LangChain4j completes those like any other. */
  private @Nullable AgentException cut(ChatResponse response) {
    FinishReason reason = response.finishReason();
    if (reason == null && response.metadata() instanceof OpenAiChatResponseMetadata) {
      return new AgentException(
          ErrorKind.NETWORK, "the model's stream ended before its answer was complete");
    }
    boolean nothing = pace.characters() == 0 && !response.aiMessage().hasToolExecutionRequests();
    if (nothing && (reason == FinishReason.LENGTH || reason == FinishReason.CONTENT_FILTER)) {
      return new AgentException(
          ErrorKind.BAD_REQUEST,
          "the model answered nothing: "
              + reason
              + "; raise its limit of output tokens, or change its filter");
    }
    return null;
  }

  private void tellCost(ChatResponse response) {
    String model = response.modelName() == null ? recipe.modelName() : response.modelName();
    Usage usage = Usages.of(response.tokenUsage());
    if (usage == null) {
      recipe.accounts().estimate(ledger, model, estimate());
      return;
    }
    recipe.accounts().enter(ledger, model, usage, delivery);
    double rate = pace.tokensPerSecond(usage.outputTokens());
    if (rate > 0) {
      recipe.accounts().tell(delivery, "tokens_per_second", rate);
    }
  }

  private void tookTooLong(String words) {
    failed(new AgentException(ErrorKind.TIMEOUT, words));
  }

  void failed(Throwable failure) {
    if (end()) {
      call.cancel();
      closeHeld();
      listener.onFailed(Failures.of(failure));
    }
  }
}
