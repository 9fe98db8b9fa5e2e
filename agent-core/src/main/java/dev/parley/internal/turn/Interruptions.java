package dev.parley.internal.turn;

import dev.parley.InterruptionPolicy;
import dev.parley.ParticipantEvent;
import dev.parley.ParticipantEvent.Verdict;
import dev.parley.internal.ear.Stretch;
import dev.parley.internal.event.Events;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.reply.Replies;
import dev.parley.internal.reply.Reply;
import dev.parley.internal.voice.SpeechText;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Speech over the agent: who may take the floor, in which steps, and what came of it. On the
 * session loop.
 */
final class Interruptions implements Interjection.Listener {
  /** What becomes of words. */
  enum Fate {
    /** They begin or go on with a turn. */
    TURN,
    /** They are kept for a turn that waits until the agent has spoken. */
    WAIT,
    /** They may turn out to be a backchannel. */
    UNDECIDED,
    /** They are no words for a turn: a backchannel, or the agent's own voice. */
    IGNORE
  }

  private final SessionLoop loop;
  private final Events events;
  private final Replies replies;
  private final InterruptionGate gate;
  private final BackchannelList backchannels;
  private final EchoGuard echo;
  private final Supplier<String> lastHeard;
  private final List<Interjection> open = new ArrayList<>();

  /**
   * Creates it.
   *
   * @param lastSaid what the agent has been heard to say in the last 5 s
   * @param lastHeard all that was heard of the agent's latest reply
   */
  Interruptions(
      SessionLoop loop,
      Events events,
      Replies replies,
      InterruptionPolicy policy,
      boolean pausable,
      Supplier<String> lastSaid,
      Supplier<String> lastHeard) {
    this.loop = loop;
    this.events = events;
    this.replies = replies;
    this.gate = new InterruptionGate(loop, policy, pausable);
    this.backchannels = new BackchannelList(policy.backchannels());
    this.echo = new EchoGuard(lastSaid);
    this.lastHeard = lastHeard;
  }

  /** Someone who may have the floor begins to speak, or speaks when a reply begins. */
  void begin(Stretch stretch) {
    Reply reply = replies.current();
    if (reply == null || find(stretch) != null) {
      return;
    }
    var interjection = new Interjection(loop, gate, reply, stretch, this);
    open.add(interjection);
    interjection.begin();
  }

  /** The voice in a stretch stopped or came back. */
  void voice(Stretch stretch, boolean present) {
    Interjection interjection = find(stretch);
    if (interjection != null) {
      interjection.voice(present);
    }
  }

  /** Looks whether other rules hold now. */
  void look() {
    if (!open.isEmpty()) {
      for (Interjection each : List.copyOf(open)) {
        if (open.contains(each)) { // what the one before it did may have ended it
          each.look();
        }
      }
    }
  }

  /** A stretch is over. */
  void ended(Stretch stretch) {
    Interjection interjection = find(stretch);
    if (interjection != null) {
      interjection.voice(false);
      interjection.ended();
    }
  }

  /** The agent's own words, come back through a microphone. */
  boolean isEcho(Stretch stretch, String text) {
    Reply reply = replies.current();
    boolean over = stretch.isOverSpeech() || (reply != null && reply.isSounding());
    return over && echo.isEcho(text);
  }

  /**
   * Decides about words, and interrupts if they may.
   *
   * @param text what the stretch says so far
   * @param turnText what the turn says so far, that stretch included
   * @param mayHaveFloor whether role and floor allow its speaker to interrupt with that turn
   */
  Fate words(Stretch stretch, String text, String turnText, boolean isFinal, boolean mayHaveFloor) {
    Reply reply = replies.current();
    Interjection interjection = find(stretch);
    boolean overAgent = stretch.isOverSpeech() || interjection != null;
    if (overAgent && backchannels.isOnly(text) && !isAnswer()) {
      if (!isFinal) {
        return Fate.UNDECIDED;
      }
      verdict(interjection, stretch, Verdict.BACKCHANNEL);
      return Fate.IGNORE;
    }
    if (reply == null) {
      return Fate.TURN;
    }
    boolean enough =
        gate.isEnough(reply, backchannels.countOthers(turnText) + (isAnswer() ? 1 : 0));
    if (!mayHaveFloor || !gate.isOpen(reply) || !enough) {
      return Fate.WAIT;
    }
    take(stretch);
    return Fate.TURN;
  }

  /** A whole turn that was typed; returns whether it has the floor. */
  boolean typed(String who) {
    Reply reply = replies.current();
    if (reply == null) {
      return true;
    }
    if (!gate.isOpen(reply)) {
      return false;
    }
    taken(who);
    return true;
  }

  /** Whether the agent asked something: then "yes" is an answer. */
  private boolean isAnswer() {
    return SpeechText.endsQuestion(lastHeard.get());
  }

  private void take(Stretch stretch) {
    taken(stretch.who());
  }

  private void taken(String who) {
    events.emit(new ParticipantEvent.Interruption(events.at(), who, Verdict.TAKEN));
    replies.interrupt();
  }

  private void verdict(@Nullable Interjection interjection, Stretch stretch, Verdict verdict) {
    if (interjection == null) {
      return; // the reply it was said over is over
    }
    open.remove(interjection);
    interjection.close();
    if (verdict == Verdict.BACKCHANNEL) {
      stretch.becomeBackchannel();
    }
    if (interjection.isEffective()) {
      events.emit(new ParticipantEvent.Interruption(events.at(), stretch.who(), verdict));
    }
    boolean last = open.stream().noneMatch(Interjection::isEffective);
    if (last && !loop.talk().areStanding()) { // what is on hold goes on when that is over
      interjection.reply().release();
      interjection.reply().resume();
    }
  }

  private @Nullable Interjection find(Stretch stretch) {
    for (Interjection interjection : open) {
      if (interjection.stretch() == stretch) {
        return interjection;
      }
    }
    return null;
  }

  /** The reply sounds: its echo may come back. */
  void onSpeaking() {
    gate.agentSounds();
  }

  /** The reply is over: nothing is left to interrupt. */
  void onEnded(Reply reply) {
    for (Iterator<Interjection> all = open.iterator(); all.hasNext(); ) {
      Interjection interjection = all.next();
      if (interjection.reply() == reply) {
        interjection.close();
        all.remove();
      }
    }
  }

  @Override
  public void onLongEnough(Interjection interjection) {
    take(interjection.stretch());
  }

  @Override
  public void onNoWords(Interjection interjection) {
    boolean only = backchannels.isOnly(interjection.stretch().text());
    verdict(interjection, interjection.stretch(), only ? Verdict.BACKCHANNEL : Verdict.FALSE_ALARM);
  }
}
