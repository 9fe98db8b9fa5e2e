package dev.parley.internal.reply;

import dev.parley.AgentException;
import dev.parley.ReplyEvent;
import dev.parley.SessionEvent;
import dev.parley.ToolCall;
import dev.parley.ToolSpec;
import dev.parley.internal.conversation.Conversation.CallEntry;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.ReplyRequest;
import dev.parley.spi.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A reply's way from question to text: the brain is asked, tools run, the brain is asked again. On
 * the session loop.
 */
final class Steps implements Thought.Listener {
  /** Hears what the steps bring; on the loop. */
  interface Listener {
    void onAsked();

    void onText(String text);

    /** The text of a step is complete. */
    void onTextEnd();

    /** A tool must be confirmed by a yes before it may run. */
    void onConfirm(ToolCall call, ToolSpec spec);

    /** Whether what was said of the present step can still be taken back. */
    boolean canTakeBack();

    void onTakenBack();

    /** When the reply is over, the session closes. */
    void onLastReply(String reason);

    /** A tool has ended although its reply is over. */
    void onLateResult();

    /** The answer is complete. */
    void onDone();

    /** No brain answers; {@code said} tells whether some of the answer was said. */
    void onFailed(AgentException error, boolean said);
  }

  private final Stage stage;
  private final Thinker thinker;
  private final int reply;
  private final Order order;
  private final Latency latency;
  private final Listener listener;
  private final List<ToolRun> runs = new ArrayList<>();
  private final List<ToolCall> heldBack = new ArrayList<>();
  private Object step = new Object();
  private int number;
  private boolean speculative;
  private boolean textEnded;
  private boolean tokenTold;
  private boolean confirming;
  private boolean over;
  private @Nullable Thought thought;

  Steps(Stage stage, int reply, Order order, Latency latency, Listener listener) {
    this.stage = stage;
    this.thinker = Objects.requireNonNull(stage.thinker(), "thinker");
    this.reply = reply;
    this.order = order;
    this.latency = latency;
    this.listener = listener;
  }

  /**
   * Asks the brain.
   *
   * @param guess the text of a turn that may not be over yet, or null
   */
  void ask(@Nullable Guess guess) {
    speculative = guess != null;
    if (number == 0 && !speculative) {
      hearOut();
    }
    textEnded = false;
    step = new Object();
    ReplyRequest.Builder request =
        thinker.newRequest().number(reply, number).speculative(speculative);
    request.conversation(
        guess == null ? stage.conversation().itemsForRequest() : guess.conversation());
    if (order.kind() == Order.Kind.ASK) {
      request.instruction(order.text());
    }
    if (number < stage.policy().maxToolSteps()) {
      request.tools(stage.tools().specs());
    }
    thought = new Thought(thinker, request.build(), this);
    thought.start();
  }

  /** The turn is over and its text was guessed right: tools may run. */
  void promote() {
    speculative = false;
    List.copyOf(heldBack).forEach(this::call);
    heldBack.clear();
    checkStep();
  }

  /** What was said while the agent could not be interrupted is answered too. */
  private void hearOut() {
    if (order.kind() == Order.Kind.ANSWER) {
      stage.conversation().hearWaiting(order.entry());
    }
  }

  /** Runs, or declines, a tool that the user was asked about, then goes on. */
  void resume(ToolCall call, boolean confirmed) {
    textEnded = true;
    hearOut();
    CallEntry entry = stage.conversation().addCall(call, step);
    if (confirmed) {
      run(call, entry);
    } else {
      entry.result(call.tool() + " declined");
      stage.loop().execute(this::checkStep);
    }
  }

  /** Whether a tool of this reply runs. */
  boolean isToolRunning() {
    return runs.stream().anyMatch(run -> !run.isOver());
  }

  /** Whether the brain has given any sign. */
  boolean hasToken() {
    return tokenTold;
  }

  /** Stops thinking. Tools that run go on; their results come late. */
  void close() {
    over = true;
    if (thought != null) {
      thought.close();
    }
  }

  private void call(ToolCall call) {
    ToolSpec confirm = stage.tools().toConfirm(call);
    if (confirm != null) {
      confirming = true;
      listener.onConfirm(call, confirm);
      return;
    }
    run(call, stage.conversation().addCall(call, step));
  }

  private void run(ToolCall call, CallEntry entry) {
    runs.add(stage.tools().start(call, entry, order.who(), order.turn(), this::toolEnded));
  }

  private void toolEnded() {
    if (over) {
      listener.onLateResult();
    } else {
      checkStep();
    }
  }

  private void checkStep() {
    if (over || speculative || !textEnded || isToolRunning()) {
      return;
    }
    if (confirming || nothingNew()) {
      listener.onDone();
      return;
    }
    runs.clear();
    number++;
    ask(null);
  }

  /** Whether the latest request brought no calls, so that there is nothing to ask about. */
  private boolean nothingNew() {
    return runs.isEmpty() && thought != null;
  }

  @Override
  public void onAsked() {
    latency.asked(stage.loop().now());
    listener.onAsked();
    stage
        .events()
        .emit(new ReplyEvent.Asked(stage.events().at(), reply, order.turn(), speculative));
  }

  @Override
  public void onText(String text) {
    if (!tokenTold) {
      tokenTold = true;
      latency.firstToken(stage.loop().now());
      stage.events().emit(new ReplyEvent.FirstToken(stage.events().at(), reply));
    }
    listener.onText(text);
  }

  @Override
  public void onToolCall(ToolCall call) {
    if (number >= stage.policy().maxToolSteps()) {
      return; // it was asked without tools; a call now would never end
    }
    listener.onTextEnd();
    if (speculative) {
      heldBack.add(call);
    } else {
      call(call);
    }
  }

  @Override
  public void onLastReply(String reason) {
    listener.onLastReply(reason);
  }

  @Override
  public void onUsage(Usage usage) {
    metric("brain.tokens.input", usage.inputTokens());
    metric("brain.tokens.cached", usage.cachedTokens());
    metric("brain.tokens.output", usage.outputTokens());
  }

  private void metric(String name, double value) {
    onMetric(new PluginMetric(name, value));
  }

  @Override
  public void onMetric(PluginMetric metric) {
    stage
        .events()
        .emit(new SessionEvent.Measured(stage.events().at(), metric.name(), metric.value()));
  }

  @Override
  public void onError(AgentException error) {
    stage.events().failure("brain", error);
  }

  @Override
  public boolean canTakeBack() {
    return runs.isEmpty() && heldBack.isEmpty() && !confirming && listener.canTakeBack();
  }

  @Override
  public void onTakenBack() {
    listener.onTakenBack();
  }

  @Override
  public void onEnd() {
    listener.onTextEnd();
    textEnded = true;
    checkStep();
  }

  @Override
  public void onFailed(AgentException error) {
    listener.onFailed(error, !canTakeBack());
  }
}
