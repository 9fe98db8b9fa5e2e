package dev.parley.internal.session;

import dev.parley.Cancellable;
import dev.parley.SessionEvent;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.reply.Replies;
import dev.parley.internal.reply.Reply;
import dev.parley.internal.turn.TurnTaking;

/**
 * Stops a conversation and lets it go on: because the application holds it, or because the room is
 * lost. On the session loop.
 */
final class Standstill {
  private final SessionLoop loop;
  private final Events events;
  private final Replies replies;
  private final TurnTaking turns;
  private final Ears ears;
  private boolean onHold;
  private boolean lost;
  private Cancellable stopAtWord = Cancellable.NONE;

  Standstill(SessionLoop loop, Events events, Replies replies, TurnTaking turns, Ears ears) {
    this.loop = loop;
    this.events = events;
    this.replies = replies;
    this.turns = turns;
    this.ears = ears;
  }

  /** Nobody is heard any more; the agent falls silent after the word that it is speaking. */
  void hold() {
    if (onHold) {
      return;
    }
    onHold = true;
    replies.stop(true);
    loop.talk().standStill();
    turns.freeze(true);
    ears.deafen(true);
    stopAtWord = loop.schedule(replies.restOfWord(), this::silence);
  }

  void resume() {
    if (!onHold) {
      return;
    }
    onHold = false;
    stopAtWord.cancel();
    ears.deafen(false);
    loop.talk().goOn();
    turns.freeze(false);
    replies.stop(lost);
    if (!lost) {
      speakOn();
    }
  }

  /** The agent falls silent at once: nobody would hear it. */
  void roomLost() {
    if (!lost) {
      lost = true;
      events.emit(new SessionEvent.RoomLost(events.at()));
      replies.stop(true);
      silence();
    }
  }

  void roomBack() {
    if (!lost) {
      return;
    }
    lost = false;
    events.emit(new SessionEvent.RoomBack(events.at()));
    replies.stop(onHold);
    if (!onHold) {
      speakOn();
    }
  }

  /** The session closes. */
  void end() {
    stopAtWord.cancel();
  }

  private void silence() {
    Reply reply = replies.current();
    if (reply != null && reply.isSounding()) {
      reply.pause();
    } else if (reply != null) {
      reply.hold();
    }
  }

  private void speakOn() {
    Reply reply = replies.current();
    if (reply != null) {
      reply.release();
      reply.resume();
    }
  }
}
