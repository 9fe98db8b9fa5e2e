package dev.parley.internal.turn;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.ParticipantEvent;
import dev.parley.ParticipantState;
import dev.parley.Role;
import dev.parley.SayPolicy.Overlap;
import dev.parley.TurnEvent;
import dev.parley.TurnEvent.By;
import dev.parley.internal.conversation.Conversation.UserEntry;
import dev.parley.internal.ear.Stretch;
import dev.parley.internal.reply.Order;
import dev.parley.internal.reply.Reply;
import dev.parley.internal.text.Words;
import dev.parley.spi.Participant;
import dev.parley.spi.TurnQuery;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * One participant's turns: the open one, the one before it, and the state they are in. On the
 * session loop.
 *
 * <p>Every stretch of speech that comes in here leaves as part of a turn, as a backchannel, or as
 * noise.
 */
final class Talker {
  private final Scene scene;
  private final Participant participant;
  private final SpeculationTries speculation;
  private Role role;
  private ParticipantState state = ParticipantState.SILENT;
  private @Nullable Turn open;
  private @Nullable Turn last;
  private Cancellable timer = Cancellable.NONE;
  private @Nullable CompletableFuture<String> commit;
  private boolean manual;
  private long lastSound = -1;
  private @Nullable Overlap overlap;

  Talker(Scene scene, Participant participant, Role role) {
    this.scene = scene;
    this.participant = participant;
    this.role = role;
    this.speculation = new SpeculationTries(scene, participant);
  }

  Participant participant() {
    return participant;
  }

  Role role() {
    return role;
  }

  void role(Role role) {
    this.role = role;
  }

  /** When the participant was last heard, or -1. */
  long lastSound() {
    return lastSound;
  }

  /** Whether they speak, or have a turn that is not over. */
  boolean isTalking() {
    return state == ParticipantState.SPEAKING || (open != null && open.hasWords());
  }

  /** Whether there is speech whose outcome is open. */
  boolean isPending() {
    return open != null;
  }

  /** Whether a final may still come for what was said. */
  boolean awaitsFinals() {
    return open != null && open.stretches().stream().anyMatch(stretch -> !stretch.hasFinal());
  }

  ParticipantState state() {
    return state;
  }

  void become(ParticipantState next) {
    if (state != next && state.canBecome(next)) {
      state = next;
      scene
          .events()
          .emit(new ParticipantEvent.StateChanged(scene.events().at(), participant.id(), next));
    }
  }

  void speechStarted(Stretch stretch) {
    become(ParticipantState.SPEAKING);
    openTurn().add(stretch);
    noteAgent(stretch);
    meet(stretch);
    decide();
  }

  /** A reply has begun, or begins to sound, while they speak. */
  void replyMeets() {
    if (open == null) {
      return;
    }
    for (Stretch stretch : open.stretches()) {
      if (!stretch.isEnded()) {
        noteAgent(stretch);
        meet(stretch);
      }
    }
  }

  /** Speech may take the floor in steps; what began with its words needs none. */
  private void meet(Stretch stretch) {
    if (!stretch.beganWithWords() && scene.addressing().allowsUnheard(participant.id(), role)) {
      scene.interruptions().begin(stretch);
    }
  }

  private void noteAgent(Stretch stretch) {
    Reply reply = scene.replies().current();
    if (reply != null && reply.isSounding()) {
      stretch.markOverSpeech();
    }
  }

  void voice(Stretch stretch, boolean present) {
    lastSound = scene.loop().now();
    scene.interruptions().voice(stretch, present);
    decide();
  }

  void speechEnded(Stretch stretch) {
    lastSound = Math.max(lastSound, stretch.soundEnd());
    become(ParticipantState.SILENT);
    scene.interruptions().ended(stretch);
    decide();
  }

  void interim(Stretch stretch) {
    if (stretch.isSettled()) {
      return; // its turn is over; the final will tell whether there is more
    }
    if (scene.interruptions().isEcho(stretch, stretch.text())) {
      stretch.forgetInterim();
      return;
    }
    openTurn().add(stretch);
    if (takeWords(stretch, false)) {
      Turn turn = openTurn();
      scene
          .events()
          .emit(
              new TurnEvent.Interim(
                  scene.events().at(), participant.id(), turn.number(), stretch.text()));
      turn.requestEnd(false);
      changed(turn);
    }
    decide();
  }

  void finalText(Stretch stretch, String text) {
    if (stretch.isSettled()) {
      late(stretch, text);
      return;
    }
    Turn turn = openTurn();
    turn.add(stretch);
    if (text.isBlank()) {
      decide();
      return;
    }
    if (scene.interruptions().isEcho(stretch, text)) {
      stretch.forgetWords();
    } else if (takeWords(stretch, true)) {
      scene
          .events()
          .emit(
              new TurnEvent.Final(
                  scene.events().at(), participant.id(), turn.number(), text.strip()));
      turn.requestEnd(false);
      changed(turn);
    }
    decide();
  }

  /** Lets words of the open turn through to it; returns whether they are the turn's. */
  private boolean takeWords(Stretch stretch, boolean isFinal) {
    Turn turn = openTurn();
    boolean floor = scene.addressing().allows(participant.id(), role, turn.text());
    var fate = scene.interruptions().words(stretch, stretch.text(), turn.text(), isFinal, floor);
    switch (fate) {
      case TURN -> {}
      case WAIT -> {
        turn.markWaits();
        noteOverlap();
      }
      case UNDECIDED -> {
        return turn.number() > 0;
      }
      case IGNORE -> {
        stretch.becomeBackchannel();
        return false;
      }
    }
    if (turn.number() == 0) {
      turn.number(scene.numbers().next());
    }
    return true;
  }

  private void noteOverlap() {
    Reply reply = scene.replies().current();
    if (reply != null && !reply.order().policy().interruptible()) {
      overlap = reply.order().policy().overlap();
    }
  }

  /** The text has changed: whoever judges it judges again. */
  private void changed(Turn turn) {
    if (scene.detector() != null) {
      turn.probability(Double.NaN);
      judge(turn, turn.text());
    }
    speculation.changed(turn, mayAnswer(turn));
  }

  private void judge(Turn turn, String text) {
    var query = new TurnQuery(participant, text, scene.conversation().items(), scene.context());
    CompletionStage<Double> verdict =
        scene.detector() == null ? null : scene.detector().judge(query);
    if (verdict != null) {
      verdict.whenComplete((probability, failure) -> judged(turn, text, probability, failure));
    }
  }

  private void judged(
      Turn turn, String text, @Nullable Double probability, @Nullable Throwable failure) {
    Runnable take =
        () -> {
          if (turn.text().equals(text)) {
            turn.probability(probability == null ? Double.NaN : probability);
          }
          if (failure != null) {
            scene.events().failure("detector", failure);
          }
          if (open == turn) {
            decide();
          }
        };
    if (scene.loop().isInLoop()) {
      take.run();
    } else {
      scene.loop().execute(take);
    }
  }

  void endOfTurn() {
    if (open != null) {
      open.requestEnd(true);
      decide();
    }
  }

  /** Words that come when their turn is over. */
  private void late(Stretch stretch, String text) {
    if (stretch.isForgotten() || text.isBlank() || scene.interruptions().isEcho(stretch, text)) {
      return;
    }
    Turn turn = last;
    UserEntry entry = turn == null ? null : turn.entry();
    boolean unheard =
        turn != null && turn.holds(stretch) && scene.replies().isUnheard(turn.number());
    if (Words.same(stretch.counted(), stretch.text())) {
      return; // the final only confirms the interim that counted
    }
    if (turn != null && entry != null && unheard) {
      entry.text(turn.entryText());
      endedAgain(turn, entry, text);
      return;
    }
    openLate(stretch, Words.rest(stretch.counted(), text));
  }

  private void openLate(Stretch stretch, String text) {
    var words = new Stretch(participant.id(), stretch.began(), scene.loop().now(), true);
    words.takeOver(text, stretch);
    Turn turn = openTurn();
    turn.add(words);
    if (takeWords(words, true)) {
      scene
          .events()
          .emit(
              new TurnEvent.Final(
                  scene.events().at(), participant.id(), turn.number(), text.strip()));
    }
    turn.requestEnd(true);
    boolean alone = turn.stretches().stream().allMatch(Stretch::hasFinal);
    if (!turn.isSounding() && turn.hasWords() && alone && !manual) {
      end(naturalEnd());
    } else {
      decide();
    }
  }

  private By naturalEnd() {
    return switch (scene.endpointing().mode()) {
      case STT, AUTO -> By.STT;
      case VAD -> scene.detector() == null ? By.VAD : By.DETECTOR;
      case MANUAL -> By.MANUAL;
    };
  }

  private Turn openTurn() {
    if (open == null) {
      open = new Turn(participant.id());
      speculation.begin();
    }
    return open;
  }

  /** Looks whether the open turn is over, or when it will be. */
  private void decide() {
    timer.cancel();
    Turn turn = open;
    if (turn == null) {
      return;
    }
    if (!turn.hasWords() && manual && turn.committed() < 0) {
      return;
    }
    Endpointing.Decision decision =
        manual && turn.committed() < 0 ? null : scene.endpointing().decide(turn);
    if (decision == null) {
      return;
    }
    long wait = decision.at() == Long.MIN_VALUE ? 0 : decision.at() - scene.loop().now();
    if (wait <= 0) {
      end(decision.by());
    } else {
      timer = scene.loop().schedule(Duration.ofNanos(wait), () -> end(decision.by()));
    }
  }

  private void end(By by) {
    timer.cancel();
    Turn turn = open;
    if (turn == null) {
      return;
    }
    if (turn.hasWords() && turn.number() == 0) {
      turn.number(scene.numbers().next()); // words that were undecided until the end
    }
    open = null;
    last = turn;
    turn.settle();
    noise(turn);
    if (turn.hasWords() && overlapFor(turn) != Overlap.DROP) {
      finish(turn, by);
    }
    completeCommit(turn);
  }

  /** Says of each stretch without words that it was noise. */
  private void noise(Turn turn) {
    for (Stretch stretch : turn.stretches()) {
      if (!stretch.hasWords() && !stretch.isBackchannel()) {
        scene.events().emit(new ParticipantEvent.Noise(scene.events().at(), participant.id()));
      }
    }
  }

  private void finish(Turn turn, By by) {
    String text = turn.text();
    scene
        .events()
        .emit(new TurnEvent.Ended(scene.events().at(), participant.id(), turn.number(), text, by));
    UserEntry entry =
        scene.conversation().addTurn(participant.id(), participant.name(), text, turn.began());
    turn.entry(entry);
    if (mayAnswer(turn) && overlapFor(turn) != Overlap.CONTEXT) {
      scene.replies().answer(order(turn, entry), text, turn.waits());
    } else {
      entry.close();
    }
    overlap = null;
  }

  private void endedAgain(Turn turn, UserEntry entry, String text) {
    scene
        .events()
        .emit(
            new TurnEvent.Final(
                scene.events().at(), participant.id(), turn.number(), text.strip()));
    scene
        .events()
        .emit(
            new TurnEvent.Ended(
                scene.events().at(), participant.id(), turn.number(), turn.text(), naturalEnd()));
    if (mayAnswer(turn)) {
      scene.replies().answer(order(turn, entry), turn.text(), turn.waits());
    }
  }

  private Order order(Turn turn, UserEntry entry) {
    long now = scene.loop().now();
    long lastWord = turn.stretches().isEmpty() ? now : Math.min(now, turn.lastSoundEnd());
    return Order.answer(
        turn.number(), participant.id(), entry, now, lastWord == Long.MIN_VALUE ? now : lastWord);
  }

  private @Nullable Overlap overlapFor(Turn turn) {
    return turn.waits() ? overlap : null;
  }

  private boolean mayAnswer(Turn turn) {
    return scene.addressing().allows(participant.id(), role, turn.text());
  }

  /** A whole turn that was typed. */
  void typed(String text) {
    boolean floor = scene.addressing().allows(participant.id(), role, text);
    var turn = new Turn(participant.id());
    turn.number(scene.numbers().next());
    var words = new Stretch(participant.id(), scene.loop().now(), scene.loop().now(), true);
    words.takeOver(text, null);
    turn.add(words);
    turn.settle();
    if (floor && !scene.interruptions().typed(participant.id())) {
      turn.markWaits();
    }
    finish(turn, By.TEXT);
  }

  /** The talk button is pressed: the turn lasts until it is let go. */
  void press() {
    manual = true;
  }

  /**
   * The talk button is let go, or the application ends the turn; returns its text when it is final.
   */
  CompletionStage<String> commit() {
    var result = new CompletableFuture<String>();
    if (open == null) {
      manual = false;
      result.complete("");
      return result;
    }
    if (commit != null) {
      return commit;
    }
    commit = result;
    open.commit(scene.loop().now());
    decide();
    return result;
  }

  private void completeCommit(Turn turn) {
    manual = false;
    CompletableFuture<String> waiting = commit;
    commit = null;
    if (waiting != null) {
      waiting.complete(turn.text());
    }
  }

  /** Forgets the open turn. */
  void clear() {
    timer.cancel();
    Turn turn = open;
    open = null;
    if (turn != null) {
      turn.settle();
      turn.stretches().forEach(Stretch::forget);
      completeCommit(turn);
    }
    scene.replies().discardSpeculation();
  }

  /** Time stands still, or goes on. */
  void freeze(boolean frozen, Duration lasted) {
    if (frozen) {
      timer.cancel();
      speculation.stop();
    } else {
      if (open != null) {
        open.stretches().forEach(stretch -> stretch.shift(lasted.toNanos()));
      }
      decide();
    }
  }

  /**
   * Ends the open turn with the words there are, because its speaker left or the session closes.
   */
  void leave() {
    speculation.stop();
    if (open != null) {
      end(By.LEFT);
    }
    timer.cancel();
  }

  /** Ends the open turn for the record only, because the session closes. */
  void record() {
    speculation.stop();
    timer.cancel();
    Turn turn = open;
    open = null;
    if (turn != null && turn.hasWords()) {
      turn.settle();
      scene
          .conversation()
          .addTurn(participant.id(), participant.name(), turn.text(), turn.began())
          .close();
    }
    if (turn != null) {
      completeCommit(turn);
    }
  }

  void failed(String source, AgentException error) {
    scene.events().failure(source, error);
  }
}
