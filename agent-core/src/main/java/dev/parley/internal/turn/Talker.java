package dev.parley.internal.turn;

import dev.parley.Cancellable;
import dev.parley.ParticipantEvent;
import dev.parley.ParticipantState;
import dev.parley.Role;
import dev.parley.SayPolicy.Overlap;
import dev.parley.TurnEvent;
import dev.parley.TurnEvent.By;
import dev.parley.internal.conversation.Conversation.UserEntry;
import dev.parley.internal.ear.Stretch;
import dev.parley.internal.reply.Reply;
import dev.parley.internal.text.Words;
import dev.parley.spi.Participant;
import java.time.Duration;
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
  private final Admission admission;
  private final Judgement judge;
  private final Endings endings;
  private final TalkButton button = new TalkButton();
  private ParticipantState state = ParticipantState.SILENT;
  private @Nullable Turn open;
  private @Nullable Turn last;
  private Cancellable timer = Cancellable.NONE;
  private long lastSound = -1;

  Talker(Scene scene, Participant participant, Role role) {
    this.scene = scene;
    this.participant = participant;
    this.admission = new Admission(scene, participant.id(), role);
    this.speculation = new SpeculationTries(scene, participant);
    this.judge = new Judgement(scene, participant, this::judged);
    this.endings = new Endings(scene, participant);
  }

  Participant participant() {
    return participant;
  }

  Role role() {
    return admission.role();
  }

  void role(Role role) {
    admission.role(role);
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
    if (!stretch.beganWithWords() && admission.mayDisturb()) {
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
    if (admission.admit(openTurn(), stretch, false)) {
      Turn turn = openTurn();
      scene
          .events()
          .emit(
              new TurnEvent.Interim(
                  scene.events().at(), participant.id(), turn.number(), stretch.text()));
      turn.goesOnWith(stretch);
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
    } else if (admission.admit(openTurn(), stretch, true)) {
      endings.tellFinal(turn, text);
      turn.goesOnWith(stretch);
      changed(turn);
    }
    decide();
  }

  /** The text has changed: whoever judges it judges again. */
  private void changed(Turn turn) {
    judge.consider(turn);
    speculation.changed(turn, admission.mayAnswer(turn));
  }

  private void judged(Turn turn) {
    if (open == turn) {
      decide();
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
      endings.finishAgain(turn, entry, text, naturalEnd(), admission.mayAnswer(turn));
      return;
    }
    openLate(stretch, text);
  }

  private void openLate(Stretch stretch, String text) {
    var words = new Stretch(participant.id(), stretch.began(), scene.loop().now(), true);
    words.takeOver(text, stretch);
    Turn turn = openTurn();
    turn.add(words);
    if (admission.admit(turn, words, true)) {
      endings.tellFinal(turn, text);
    }
    turn.requestEnd(true);
    boolean alone = turn.stretches().stream().allMatch(Stretch::hasFinal);
    if (!turn.isSounding() && turn.hasWords() && alone && !button.isPressed()) {
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
    if (button.isPressed() && !turn.isCommitted()) {
      return;
    }
    Endpointing.Decision decision = scene.endpointing().decide(turn);
    if (decision == null) {
      return;
    }
    long wait = decision.at() == Endpointing.AT_ONCE ? 0 : decision.at() - scene.loop().now();
    if (decision.at() != Endpointing.AT_ONCE && scene.loop().talk().areStanding()) {
      return; // time stands still; it is decided anew when it goes on
    }
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
    endings.tellNoise(turn);
    if (turn.hasWords() && admission.overlap(turn) != Overlap.DROP) {
      finish(turn, by);
    }
    admission.turnIsOver();
    button.complete(turn.text());
  }

  private void finish(Turn turn, By by) {
    boolean answered = admission.mayAnswer(turn) && admission.overlap(turn) != Overlap.CONTEXT;
    endings.finish(turn, by, answered);
  }

  /** A whole turn that was typed. */
  void typed(String text) {
    var turn = new Turn(participant.id());
    turn.number(scene.numbers().next());
    var words = new Stretch(participant.id(), scene.loop().now(), scene.loop().now(), true);
    words.takeOver(text, null);
    turn.add(words);
    turn.settle();
    admission.admitTyped(turn);
    finish(turn, By.TEXT);
  }

  /** The talk button is pressed: the turn lasts until it is let go. */
  void press() {
    button.press();
  }

  /**
   * The talk button is let go, or the application ends the turn; returns its text when it is final.
   */
  CompletionStage<String> commit() {
    if (open == null) {
      return button.release();
    }
    boolean first = !button.isReleasing();
    CompletionStage<String> text = button.awaitText();
    if (first) {
      open.commit(scene.loop().now());
      decide();
    }
    return text;
  }

  /** Forgets the open turn. */
  void clear() {
    timer.cancel();
    Turn turn = open;
    open = null;
    if (turn != null) {
      turn.settle();
      turn.stretches().forEach(Stretch::forget);
      admission.turnIsOver();
      button.complete(turn.text());
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
      endings.record(turn);
    }
    if (turn != null) {
      button.complete(turn.text());
    }
  }
}
