package dev.parley.internal.reply;

import dev.parley.AgentException;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.ReplyResult;
import dev.parley.ToolCall;
import dev.parley.ToolSpec;
import dev.parley.internal.voice.Speech;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the agent does about one order: think, speak, be heard. Ends exactly once. On the session
 * loop.
 *
 * <p>Whatever it waits for has a timer: the brain and the voices bound their silence, tools have
 * deadlines, playout ends with its audio.
 */
public final class Reply implements Steps.Listener {
  /** Hears what concerns others than the reply itself; on the loop. */
  interface Owner {
    /** The brain is asked, with the conversation as it is now. */
    void onAsked();

    /** Its first frame has gone into the room. */
    void onSpeaking(Reply reply);

    /** It is over. */
    void onEnded(Reply reply);

    /** What was guessed about its turn proved right, or wrong after so many pieces of text. */
    void onGuess(boolean right, int pieces);

    /** It ended with a question: whether the tool may run. */
    void onConfirm(Reply reply, ToolCall call);

    /** A tool has ended although the reply is over. */
    void onLateResult(Reply reply);
  }

  private final Stage stage;
  private final int number;
  private final Order order;
  private final Owner owner;
  private final Latency latency;
  private final Delivery delivery;
  private final DeadAir deadAir;
  private final @Nullable Steps steps;
  private final List<String> untilPromotion = new ArrayList<>();
  private ReplyState state;
  private boolean said;
  private boolean held;
  private boolean failed;
  private boolean textEndedEarly;
  private boolean sounded;
  private long spokenAt;
  private @Nullable String lastBecause;

  Reply(Stage stage, int number, Order order, Owner owner) {
    this.stage = stage;
    this.number = number;
    this.order = order;
    this.owner = owner;
    this.latency = new Latency(order);
    this.delivery = new Delivery(stage, number, latency, this::checkEnd);
    this.deadAir = new DeadAir(stage, number, delivery);
    this.steps =
        order.kind() == Order.Kind.SAY ? null : new Steps(stage, number, order, latency, this);
    this.state = ReplyState.THINKING;
  }

  /** Its number in the session. */
  public int number() {
    return number;
  }

  /** What it is about. */
  public Order order() {
    return order;
  }

  /** Whether its first frame has gone into the room. */
  public boolean hasSounded() {
    return sounded;
  }

  /** When its first frame went into the room. */
  public long spokenAt() {
    return spokenAt;
  }

  /** Whether it is being spoken now, be it paused; false while it thinks between two steps. */
  public boolean isSounding() {
    return hasSounded() && stage.playout().isSounding();
  }

  /** Whether a tool of this reply runs. */
  public boolean isToolRunning() {
    return steps != null && steps.isToolRunning();
  }

  /** Whether it is over. */
  public boolean isOver() {
    return state.isOver();
  }

  /** Whether it was dropped before anything of it was heard. */
  public boolean isDiscarded() {
    return state == ReplyState.DISCARDED;
  }

  /** Whether its first sound waits for someone to stop speaking. */
  public boolean isHeld() {
    return held;
  }

  /** Whether it has fallen silent and may go on. */
  public boolean isPaused() {
    return state == ReplyState.PAUSED;
  }

  /** Begins. */
  void start() {
    if (steps != null) {
      deadAir.watch();
      steps.ask(null);
    } else if (order.audio().isEmpty()) {
      delivery.add(order.text());
      delivery.endText();
      onDone();
    } else {
      delivery.play(order.text(), order.audio());
      onDone();
    }
  }

  /** Begins with the tool that the user was asked about. */
  void startWithTool(ToolCall call, boolean confirmed) {
    deadAir.watch();
    if (steps != null) {
      steps.resume(call, confirmed);
    }
  }

  /** Begins about a turn that may not be over yet. */
  void speculate(Guess guess) {
    state = ReplyState.SPECULATIVE;
    if (steps != null) {
      steps.ask(guess);
    }
  }

  /** The turn is over as guessed: what was thought is spoken. */
  void promote() {
    become(ReplyState.THINKING);
    stage.events().emit(new ReplyEvent.Promoted(stage.events().at(), number));
    owner.onGuess(true, untilPromotion.size());
    untilPromotion.forEach(delivery::add);
    untilPromotion.clear();
    if (textEndedEarly) {
      delivery.endText();
    }
    if (steps != null) {
      if (!steps.hasToken()) {
        deadAir.watch();
      }
      steps.promote();
    }
  }

  private void become(ReplyState next) {
    if (!state.canBecome(next)) {
      throw new IllegalStateException(
          "reply " + number + " cannot go from " + state + " to " + next);
    }
    state = next;
  }

  /** Holds its sound back because someone speaks. */
  public void hold() {
    if (!held) {
      held = true;
      stage.playout().hold();
      stage.events().emit(new ReplyEvent.Held(stage.events().at(), number, played()));
    }
  }

  /** Lets it sound after all. */
  public void release() {
    if (held) {
      held = false;
      latency.released(stage.loop().now());
      stage.events().emit(new ReplyEvent.Released(stage.events().at(), number, played()));
      stage.playout().resume();
    }
  }

  /** Goes on in a lower voice. */
  public void duck() {
    if (!stage.playout().isDucked()) {
      stage.playout().duck();
      stage.events().emit(new ReplyEvent.Ducked(stage.events().at(), number, played()));
    }
  }

  /** Falls silent, ready to go on. */
  public void pause() {
    if (state == ReplyState.SPEAKING) {
      become(ReplyState.PAUSED);
      stage.playout().pause();
      stage.events().emit(new ReplyEvent.Paused(stage.events().at(), number, played()));
    }
  }

  /** Goes on in full voice after {@link #duck} or {@link #pause}. */
  public void resume() {
    boolean changed = stage.playout().isDucked() || isPaused();
    stage.playout().unduck();
    if (isPaused()) {
      become(ReplyState.SPEAKING);
      stage.playout().resume();
    }
    if (changed) {
      stage.events().emit(new ReplyEvent.Resumed(stage.events().at(), number, played()));
    }
  }

  /** Stops for good: interrupted if any frame has gone into the room, otherwise discarded. */
  public void cut() {
    if (!isOver()) {
      end(hasSounded() ? ReplyOutcome.INTERRUPTED : ReplyOutcome.DISCARDED);
    }
  }

  /** What has been heard of it by now. */
  public String heard() {
    stage.playout().settle();
    return delivery.heard();
  }

  private Duration played() {
    stage.playout().settle();
    return Duration.ofNanos(delivery.playedNanos());
  }

  private void end(ReplyOutcome outcome) {
    deadAir.over();
    boolean wasSpeculative = state == ReplyState.SPECULATIVE;
    become(ReplyState.of(outcome));
    if (steps != null) {
      steps.close();
    }
    if (!wasSpeculative) { // a speculation has nothing in the playout, which may be somebody else's
      delivery.close();
    }
    var result =
        new ReplyResult(
            number, outcome, delivery.heard(), Duration.ofNanos(delivery.playedNanos()));
    stage
        .events()
        .emit(
            new ReplyEvent.Ended(
                stage.events().at(), number, outcome, result.heard(), result.played()));
    order.result().complete(result);
    if (wasSpeculative) {
      owner.onGuess(false, untilPromotion.size());
    }
    owner.onEnded(this);
    if (lastBecause != null && outcome != ReplyOutcome.DISCARDED) {
      stage.hangUp().accept(lastBecause);
    }
  }

  /** Playout has begun with one of its speeches. */
  void onFirstFrame() {
    deadAir.over();
    if (!hasSounded()) {
      sounded = true;
      spokenAt = stage.loop().now();
      become(ReplyState.SPEAKING);
      stage.events().emit(new ReplyEvent.Speaking(stage.events().at(), number));
      ReplyEvent.Latency parts = latency.parts(stage.events().at(), number, spokenAt);
      if (parts != null) {
        stage.events().emit(parts);
      }
      owner.onSpeaking(this);
    }
  }

  /** One of its speeches has been heard. */
  void onHeard(Speech speech) {
    checkEnd();
    if (!isOver() && stage.playout().isIdle()) {
      deadAir.watch();
    }
  }

  private void checkEnd() {
    if (!isOver() && said && delivery.isAllHeard()) {
      end(outcome());
    }
  }

  private ReplyOutcome outcome() {
    boolean cutShort = delivery.hasFailed();
    if ((failed || cutShort) && delivery.playedNanos() == 0) {
      return ReplyOutcome.FAILED; // a filler may have sounded, but nothing of the answer
    }
    return cutShort ? ReplyOutcome.INTERRUPTED : ReplyOutcome.COMPLETED;
  }

  @Override
  public void onAsked() {
    owner.onAsked();
  }

  @Override
  public void onText(String text) {
    if (state == ReplyState.SPECULATIVE) {
      untilPromotion.add(text);
      return;
    }
    deadAir.over();
    delivery.add(text);
  }

  @Override
  public void onTextEnd() {
    if (state == ReplyState.SPECULATIVE) {
      textEndedEarly = true;
    } else {
      delivery.endText();
    }
  }

  @Override
  public void onConfirm(ToolCall call, ToolSpec spec) {
    delivery.add(Consent.question(call, spec));
    delivery.endText();
    owner.onConfirm(this, call);
  }

  @Override
  public boolean canTakeBack() {
    return !delivery.hasBegun();
  }

  @Override
  public void onTakenBack() {
    lastBecause = null;
    untilPromotion.clear();
    textEndedEarly = false;
    delivery.takeBack();
  }

  @Override
  public void onLastReply(String reason) {
    lastBecause = reason;
  }

  @Override
  public void onLateResult() {
    owner.onLateResult(this);
  }

  @Override
  public void onDone() {
    said = true;
    checkEnd();
  }

  @Override
  public void onFailed(AgentException error, boolean cutOff) {
    if (state == ReplyState.SPECULATIVE) {
      cut();
      return;
    }
    failed = true;
    deadAir.over();
    if (cutOff) {
      delivery.dropRest();
    } else {
      delivery.takeBack();
      apologise();
    }
    onDone();
  }

  private void apologise() {
    String apology = stage.policy().apology();
    if (apology != null) {
      delivery.add(apology);
      delivery.endText();
    }
  }
}
