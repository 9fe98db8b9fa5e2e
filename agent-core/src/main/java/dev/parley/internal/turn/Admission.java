package dev.parley.internal.turn;

import dev.parley.Role;
import dev.parley.SayPolicy.Overlap;
import dev.parley.internal.ear.Stretch;
import dev.parley.internal.reply.Reply;
import org.jspecify.annotations.Nullable;

/**
 * What one participant's words may do: become part of their turn, take the floor, be answered. On
 * the session loop.
 */
final class Admission {
  private final Scene scene;
  private final String participant;
  private Role role;
  private @Nullable Overlap overlap;

  Admission(Scene scene, String participant, Role role) {
    this.scene = scene;
    this.participant = participant;
    this.role = role;
  }

  Role role() {
    return role;
  }

  void role(Role role) {
    this.role = role;
  }

  /** Whether their voice alone, without words yet, may disturb the agent. */
  boolean mayDisturb() {
    return scene.addressing().allowsUnheard(participant, role);
  }

  /** Whether a turn with these words is answered. */
  boolean mayAnswer(Turn turn) {
    return scene.addressing().allows(participant, role, turn.text());
  }

  /** Lets new words through to their turn; returns whether they are the turn's. */
  boolean admit(Turn turn, Stretch stretch, boolean isFinal) {
    boolean floor = mayAnswer(turn);
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

  /** The same for a turn that was typed, which is words only. */
  void admitTyped(Turn turn) {
    if (mayAnswer(turn) && !scene.interruptions().typed(participant)) {
      turn.markWaits();
    }
  }

  private void noteOverlap() {
    Reply reply = scene.replies().current();
    if (reply != null && !reply.order().policy().interruptible()) {
      overlap = reply.order().policy().overlap();
    }
  }

  /** What the uninterruptible speech that this turn met says about it; null: nothing. */
  @Nullable Overlap overlap(Turn turn) {
    return turn.waits() ? overlap : null;
  }

  /** What the turn met is forgotten. */
  void turnIsOver() {
    overlap = null;
  }
}
