package dev.parley.brain.langchain4j;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.SessionClock;
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
  private final RunningCall call = new RunningCall(this::sign);
  private final Patience patience;
  private final Pace pace;
  private final @Nullable HeldText held;
  private boolean worded;
  private volatile boolean over;

  Answer(
      Recipe recipe,
      ChatRequest request,
      Delivery delivery,
      SessionNotes notes,
      SessionClock clock,
      Listener listener) {
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
                clock,
                listener::onText,
                this::stopped);
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
      recipe.accounts().estimate(ledger, request, estimate());
      closeHeld();
      call.cancel();
    }
  }

  private void closeHeld() {
    if (held != null) {
      held.close();
    }
  }

  private Usage estimate() {
    return TokenEstimate.of(request, pace.written());
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
    worded = worded || !text.isBlank();
    if (pace.token(text)) {
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
    } catch (RuntimeException failure) { // a guard of the application
      call.cancel();
      failed(failure);
    }
  }

  private void stopped(String instead) {
    if (end()) {
      recipe.accounts().estimate(ledger, request, estimate());
      call.cancel();
      listener.onStopped(instead);
    }
  }

  void complete(ChatResponse response) {
    if (over) {
      return;
    }
    patience.stop();
    AgentException useless = Endings.failure(response, worded);
    if (useless != null) {
      failed(useless);
      return;
    }
    ChatResponse stands = Endings.withoutCutCalls(response);
    tellCost(response);
    guarded(
        () -> {
          if ((held == null || held.finish()) && end()) {
            if (Endings.hasCutCalls(response)) {
              delivery.tell(each -> each.onError(Endings.cutCalls(response)));
            }
            listener.onComplete(request, stands);
          }
        });
  }

  private void tellCost(ChatResponse response) {
    Usage usage = Usages.of(response.tokenUsage());
    if (usage == null) {
      recipe.accounts().estimate(ledger, request, estimate());
      return;
    }
    recipe.accounts().enter(ledger, request, response.modelName(), usage, delivery);
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
      closeHeld();
      call.cancel();
      listener.onFailed(Failures.of(failure));
    }
  }
}
