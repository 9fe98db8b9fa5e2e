package dev.parley.internal.turn;

import dev.parley.Cancellable;
import dev.parley.InterruptionRule;
import dev.parley.internal.ear.Stretch;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.internal.reply.Reply;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One stretch of speech over one reply, and the steps it takes: duck, pause, interrupt. On the
 * session loop.
 *
 * <p>Steps count voice from the moment speech was detected, and only while there is voice.
 */
final class Interjection {
  /** Hears what the steps come to; on the loop. */
  interface Listener {
    /** It has lasted long enough for the floor. */
    void onLongEnough(Interjection interjection);

    /** It brought no words in time. */
    void onNoWords(Interjection interjection);
  }

  private final SessionLoop loop;
  private final InterruptionGate gate;
  private final Reply reply;
  private final Stretch stretch;
  private final Listener listener;
  private long counted;
  private long countingSince;
  private boolean counting;
  private boolean effective;
  private InterruptionGate.@Nullable Situation situation;
  private Cancellable step = Cancellable.NONE;
  private Cancellable silence = Cancellable.NONE;

  Interjection(
      SessionLoop loop, InterruptionGate gate, Reply reply, Stretch stretch, Listener listener) {
    this.loop = loop;
    this.gate = gate;
    this.reply = reply;
    this.stretch = stretch;
    this.listener = listener;
  }

  Reply reply() {
    return reply;
  }

  Stretch stretch() {
    return stretch;
  }

  /** Whether it has held, ducked or paused the reply. */
  boolean isEffective() {
    return effective;
  }

  void begin() {
    situation = gate.situation(reply);
    hold();
    voice(stretch.isSounding());
  }

  private void hold() {
    if (gate.isOpen(reply) && !reply.isSounding()) {
      effective = true;
      reply.hold();
    }
  }

  /** Looks whether other rules hold than before: the steps are theirs from now on. */
  void look() {
    InterruptionGate.Situation now = gate.situation(reply);
    if (counting && !now.equals(situation)) {
      situation = now;
      hold();
      takeSteps();
    }
  }

  void voice(boolean present) {
    if (present == counting) {
      return;
    }
    counting = present;
    silence.cancel();
    if (present) {
      countingSince = loop.now();
      takeSteps();
    } else {
      counted += loop.now() - countingSince;
      step.cancel();
    }
  }

  private long voiced() {
    return counted + (counting ? loop.now() - countingSince : 0);
  }

  /** Takes the steps that are due and waits for the next one. */
  private void takeSteps() {
    step.cancel();
    if (!gate.isOpen(reply)) {
      waitFor(gate.untilChange(reply));
      return;
    }
    effective = true;
    InterruptionRule rule = gate.rule(reply);
    boolean sounding = reply.isSounding();
    if (rule.minWords() == 0 && isDue(rule.interruptAfter())) {
      listener.onLongEnough(this);
      return;
    }
    boolean pauses = sounding && gate.canPause();
    if (pauses && isDue(rule.pauseAfter())) {
      reply.pause();
    } else if (sounding && isDue(rule.duckAfter())) {
      reply.duck();
    }
    long next = Long.MAX_VALUE;
    next = rule.minWords() == 0 ? Math.min(next, left(rule.interruptAfter())) : next;
    next = pauses ? Math.min(next, left(rule.pauseAfter())) : next;
    next = sounding ? Math.min(next, left(rule.duckAfter())) : next;
    waitFor(Math.min(next, gate.untilChange(reply)));
  }

  private void waitFor(long nanos) {
    if (nanos < Long.MAX_VALUE) {
      step = loop.talk().schedule(Duration.ofNanos(nanos), this::takeSteps);
    }
  }

  private boolean isDue(@Nullable Duration after) {
    return after != null && voiced() >= after.toNanos();
  }

  /** How long until a step, or for ever when it was taken or is switched off. */
  private long left(@Nullable Duration after) {
    long left = after == null ? 0 : after.toNanos() - voiced();
    return left > 0 ? left : Long.MAX_VALUE;
  }

  /** The stretch is over: waits for words, or no more if the reply has only been held. */
  void ended() {
    silence.cancel();
    boolean decidedNow = !reply.isSounding();
    if (decidedNow && !loop.talk().areStanding()) {
      listener.onNoWords(this);
      return;
    }
    long due = stretch.soundEnd() + gate.rule(reply).resumeAfter().toNanos() - loop.now();
    Duration wait = decidedNow ? Duration.ZERO : Duration.ofNanos(Math.max(0, due));
    silence = loop.talk().schedule(wait, () -> listener.onNoWords(this));
  }

  void close() {
    step.cancel();
    silence.cancel();
  }
}
