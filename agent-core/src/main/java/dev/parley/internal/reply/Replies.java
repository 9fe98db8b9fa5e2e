package dev.parley.internal.reply;

import dev.parley.AgentException;
import dev.parley.AgentState;
import dev.parley.ErrorKind;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.ReplyResult;
import dev.parley.ToolCall;
import dev.parley.internal.event.Events;
import dev.parley.internal.playout.Playout;
import dev.parley.internal.text.Words;
import dev.parley.internal.voice.Speech;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The replies of a session: the present one, what waits behind it, and a speculation. On the
 * session loop.
 */
public final class Replies implements Reply.Owner, Playout.Listener {
  /** Hears when replies begin and end; on the loop. */
  public interface Watcher {
    /** A reply has begun: it thinks, or is about to be spoken. */
    void onReplyBegan(Reply reply);

    /** Its first frame has gone into the room. */
    void onReplySpeaking(Reply reply);

    /** A reply is over. */
    void onReplyEnded(Reply reply);
  }

  /** More than anybody would say at once; an application that runs wild is told. */
  private static final int MOST_WAITING = 100;

  private final Events events;
  private final Deque<Order> waiting = new ArrayDeque<>();
  private @Nullable Stage stage;
  private @Nullable Watcher watcher;
  private BooleanSupplier someoneSpeaks = () -> false;
  private @Nullable Reply current;
  private final SpeculationScore score;
  private @Nullable Speculation speculation;
  private @Nullable Reply lateResult;
  private @Nullable Question question;
  private int count;
  private boolean stopped;
  private String lastHeard = "";

  /** Asked by a reply: whether a tool may run. */
  private record Question(Reply reply, ToolCall call) {}

  private record Speculation(Reply reply, int turn, String text) {}

  /** Creates it without anything to say. */
  public Replies(Events events) {
    this.events = events;
    this.score = new SpeculationScore(events);
  }

  /** Opens it, once. */
  public void open(Stage stage, Watcher watcher, BooleanSupplier someoneSpeaks) {
    this.stage = stage;
    this.watcher = watcher;
    this.someoneSpeaks = someoneSpeaks;
  }

  /** The reply that is being thought or spoken, or null. */
  public @Nullable Reply current() {
    return current;
  }

  /** What was heard of the present reply, or of the one before it. */
  public String lastHeard() {
    String now = current != null && current.hasSounded() ? current.heard() : "";
    return now.isEmpty() ? lastHeard : now;
  }

  /**
   * Stops at the end of the word that is being said, for as long as the conversation is on hold.
   */
  public Duration restOfWord() {
    return stage == null || current == null || !current.isSounding()
        ? Duration.ZERO
        : stage.playout().restOfWord();
  }

  /** What the agent is doing, as far as replies tell. */
  public AgentState state() {
    if (current == null) {
      return AgentState.LISTENING;
    }
    if (current.isSounding()) {
      return AgentState.SPEAKING;
    }
    return current.order().kind() == Order.Kind.SAY ? AgentState.LISTENING : AgentState.THINKING;
  }

  /** Starts what is next if nothing is going on. Called after every task of the loop. */
  public void next() {
    if (current != null || stopped || stage == null) {
      return;
    }
    Order order = waiting.poll();
    if (order != null) {
      start(order);
    } else if (lateResult != null && stage.thinker() != null && !someoneSpeaks.getAsBoolean()) {
      Order about = lateResult.order();
      start(
          Order.answer(
              about.turn(), about.who() == null ? "" : about.who(), about.entry(), -1, -1));
    }
  }

  /** Starts nothing until told otherwise: a conversation on hold, or a session that closes. */
  public void stop(boolean stopped) {
    this.stopped = stopped;
  }

  /** Takes an order of the application: behind what is being said and what waits. */
  public void add(Order order) {
    if (waiting.size() >= MOST_WAITING) {
      events.failure(
          "app",
          new AgentException(
              ErrorKind.BAD_REQUEST,
              MOST_WAITING
                  + " things wait to be said already; wait for the results of some before you say more"));
      drop(order);
      return;
    }
    order.number(++count);
    waiting.add(order);
  }

  /**
   * Answers a turn that is over.
   *
   * @param waits whether it was said when its speaker could not have the floor: the agent finishes
   *     first
   */
  public void answer(Order order, String text, boolean waits) {
    Reply promoted = takeSpeculation(order.turn(), text);
    boolean behind = stopped || (current != null && (waits || current.hasSounded()));
    if (behind || (current == null && !waiting.isEmpty())) {
      waiting.removeIf(each -> each.kind() == Order.Kind.ANSWER);
      waiting.add(order);
    } else if (promoted != null && current == null) {
      promoted.order().becomeAnswerTo(order);
      current = promoted;
      promoted.promote();
      begun(promoted);
      return;
    } else {
      if (current != null) {
        current.cut();
      }
      start(order);
    }
    if (promoted != null) {
      promoted.cut();
    }
  }

  /** Whether a turn's answer can still be replaced: nothing of it has been heard. */
  public boolean isUnheard(int turn) {
    if (current != null && current.order().turn() == turn) {
      return !current.hasSounded();
    }
    return waiting.stream().anyMatch(order -> order.turn() == turn);
  }

  private void start(Order order) {
    if (stage == null) {
      return;
    }
    if (order.kind() != Order.Kind.SAY && stage.thinker() == null) {
      drop(order);
      return;
    }
    if (order.number() == 0) {
      order.number(++count);
    }
    var reply = new Reply(stage, order.number(), order, this);
    current = reply;
    Question asked = order.answersTurn() ? question : null;
    if (asked != null && order.entry() != null) {
      question = null;
      reply.startWithTool(asked.call(), Consent.isGiven(order.entry().text()));
    } else {
      reply.start();
    }
    if (!reply.isOver()) {
      begun(reply);
    }
  }

  private void begun(Reply reply) {
    if (watcher != null) {
      watcher.onReplyBegan(reply);
    }
  }

  /** Starts to think about a turn that may not be over. */
  public void speculate(int turn, String who, Guess guess) {
    if (stage == null
        || stage.thinker() == null
        || current != null
        || stopped
        || question != null) {
      return;
    }
    discardSpeculation();
    var reply = new Reply(stage, ++count, Order.answer(turn, who, null, -1, -1), this);
    speculation = new Speculation(reply, turn, guess.text());
    reply.speculate(guess);
  }

  /** Lets the brain prepare for a turn that may not be over. */
  public void anticipate(Guess guess) {
    if (stage != null && stage.thinker() != null && !stopped) {
      stage.thinker().anticipate(count + 1, guess);
    }
  }

  /** Whether a speculation about this text is under way. */
  public boolean speculatesOn(int turn, String text) {
    return speculation != null
        && speculation.turn() == turn
        && Words.same(speculation.text(), text);
  }

  /** Drops the speculation, if there is one. */
  public void discardSpeculation() {
    if (speculation != null) {
      Reply wrong = speculation.reply();
      speculation = null;
      wrong.cut();
    }
  }

  /** Takes out the speculation if it guessed this turn right; a wrong one is dropped. */
  private @Nullable Reply takeSpeculation(int turn, String text) {
    if (!speculatesOn(turn, text) || speculation == null || speculation.reply().isOver()) {
      discardSpeculation();
      return null;
    }
    Reply right = speculation.reply();
    speculation = null;
    return right;
  }

  /**
   * Gives the floor to a participant: ends what is being said, and what waits before the first that
   * must be said.
   */
  public void interrupt() {
    if (current != null) {
      current.cut();
    }
    for (Iterator<Order> orders = waiting.iterator(); orders.hasNext(); ) {
      Order order = orders.next();
      if (!order.policy().interruptible()) {
        return;
      }
      if (order.kind() != Order.Kind.ANSWER) {
        orders.remove();
        drop(order);
      }
    }
  }

  /** The same for the application, which is told what was heard. */
  public CompletionStage<ReplyResult> interruptByApplication() {
    Reply cut = current;
    if (cut == null) {
      return CompletableFuture.completedFuture(nothing());
    }
    if (cut.order().policy().interruptible()) {
      interrupt();
    } else if (cut.hasSounded()) {
      events.failure(
          "app",
          new AgentException(
              ErrorKind.BAD_REQUEST,
              "reply "
                  + cut.number()
                  + " is uninterruptible and is played out; say it interruptibly or wait for its end"));
    }
    return cut.order().result();
  }

  private static ReplyResult nothing() {
    return new ReplyResult(0, ReplyOutcome.DISCARDED, "", Duration.ZERO);
  }

  private void drop(Order order) {
    if (order.number() > 0) {
      events.emit(
          new ReplyEvent.Ended(
              events.at(), order.number(), ReplyOutcome.DISCARDED, "", Duration.ZERO));
    }
    order
        .result()
        .complete(new ReplyResult(order.number(), ReplyOutcome.DISCARDED, "", Duration.ZERO));
  }

  /** Ends everything: the session closes. */
  public void close() {
    stop(true);
    discardSpeculation();
    if (current != null) {
      current.cut();
    }
    waiting.forEach(this::drop);
    waiting.clear();
    if (stage != null) {
      stage.tools().cancelAll();
    }
  }

  @Override
  public void onAsked() {
    lateResult = null;
  }

  @Override
  public void onSpeaking(Reply reply) {
    closeTurns(reply);
    if (watcher != null) {
      watcher.onReplySpeaking(reply);
    }
  }

  private void closeTurns(Reply reply) {
    if (stage != null && reply.order().entry() != null) {
      stage.conversation().closeUpTo(reply.order().entry());
    }
  }

  @Override
  public void onEnded(Reply reply) {
    if (!reply.isDiscarded()) {
      closeTurns(reply);
    }
    if (reply.hasSounded()) {
      lastHeard = reply.heard();
    }
    if (question != null && question.reply() == reply && !reply.hasSounded()) {
      question = null; // nobody has heard it
    }
    if (speculation != null && speculation.reply() == reply) {
      speculation = null;
    }
    if (current == reply) {
      current = null;
      if (watcher != null) {
        watcher.onReplyEnded(reply);
      }
    }
  }

  @Override
  public void onGuess(boolean right, int pieces) {
    score.take(right, pieces);
  }

  @Override
  public void onConfirm(Reply reply, ToolCall call) {
    question = new Question(reply, call);
  }

  @Override
  public void onLateResult(Reply reply) {
    lateResult = reply;
  }

  @Override
  public void onFirstFrame(Speech speech) {
    if (current != null) {
      current.onFirstFrame();
    }
  }

  @Override
  public void onHeard(Speech speech) {
    if (current != null) {
      current.onHeard(speech);
    }
  }
}
