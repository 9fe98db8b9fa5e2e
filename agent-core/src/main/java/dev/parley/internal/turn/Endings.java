package dev.parley.internal.turn;

import dev.parley.ParticipantEvent;
import dev.parley.TurnEvent;
import dev.parley.TurnEvent.By;
import dev.parley.internal.conversation.Conversation;
import dev.parley.internal.conversation.Conversation.UserEntry;
import dev.parley.internal.ear.Stretch;
import dev.parley.internal.reply.Order;
import dev.parley.spi.Participant;

/** What becomes of one participant's turns: told, remembered, answered. On the session loop. */
final class Endings {
  private final Scene scene;
  private final Participant participant;

  Endings(Scene scene, Participant participant) {
    this.scene = scene;
    this.participant = participant;
  }

  /** Tells words that will not change any more. */
  void tellFinal(Turn turn, String text) {
    scene
        .events()
        .emit(
            new TurnEvent.Final(
                scene.events().at(), participant.id(), turn.number(), text.strip()));
  }

  /** Says of each stretch without words that it was noise. */
  void tellNoise(Turn turn) {
    for (Stretch stretch : turn.stretches()) {
      if (!stretch.hasWords() && !stretch.isBackchannel()) {
        scene.events().emit(new ParticipantEvent.Noise(scene.events().at(), participant.id()));
      }
    }
  }

  /** A turn is over. */
  void finish(Turn turn, By by, boolean answered) {
    tellEnd(turn, by);
    UserEntry entry = add(turn, answered && turn.waits() && scene.replies().current() != null);
    turn.entry(entry);
    if (answered) {
      answer(turn, entry);
    } else {
      entry.close();
    }
  }

  /** Late words have come for a turn whose answer nobody has heard. */
  void finishAgain(Turn turn, UserEntry entry, String lateWords, By by, boolean answered) {
    entry.text(turn.entryText());
    tellFinal(turn, lateWords);
    tellEnd(turn, by);
    if (answered) {
      answer(turn, entry);
    }
  }

  /** Remembers a turn that ends with the session. */
  void record(Turn turn) {
    add(turn, false).close();
  }

  private UserEntry add(Turn turn, boolean waits) {
    Conversation conversation = scene.conversation();
    String who = participant.id();
    String name = participant.name();
    return waits
        ? conversation.addWaitingTurn(who, name, turn.text(), turn.began())
        : conversation.addTurn(who, name, turn.text(), turn.began());
  }

  private void tellEnd(Turn turn, By by) {
    scene
        .events()
        .emit(
            new TurnEvent.Ended(
                scene.events().at(), participant.id(), turn.number(), turn.text(), by));
  }

  private void answer(Turn turn, UserEntry entry) {
    scene.replies().answer(order(turn, entry), turn.text(), turn.waits());
  }

  private Order order(Turn turn, UserEntry entry) {
    long now = scene.loop().now();
    long lastWord = turn.stretches().isEmpty() ? now : Math.min(now, turn.lastSoundEnd());
    return Order.answer(
        turn.number(), participant.id(), entry, now, lastWord == Long.MIN_VALUE ? now : lastWord);
  }
}
