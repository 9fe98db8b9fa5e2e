package dev.parley.agora;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.Participant;
import dev.parley.spi.RoomListener;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who is in the channel, as the listener has been told. In the lane. */
final class People {
  /** After a new connection everybody is announced again; whoever is not by then has left. */
  private static final Duration ROLL_CALL = Duration.ofSeconds(5);

  /** A muted microphone gives no frames, so that no recogniser would hear the silence after it. */
  private static final Duration SILENCE = Duration.ofSeconds(3);

  private static final Duration PIECE = Duration.ofMillis(100);

  private final SessionClock clock;
  private final Lane lane;
  private final RoomListener listener;
  private final Set<String> present = new LinkedHashSet<>();
  private final Set<String> unconfirmed = new HashSet<>();
  private final Map<String, Cancellable> silences = new HashMap<>();
  private Cancellable rollCall = Cancellable.NONE;
  private boolean open;

  People(SessionClock clock, Lane lane, RoomListener listener) {
    this.clock = clock;
    this.lane = lane;
    this.listener = listener;
  }

  /** The listener is told from now on, and of everybody who is there already. */
  void open() {
    open = true;
    present.forEach(uid -> listener.onParticipantJoined(Participant.of(uid)));
  }

  void joined(String uid) {
    unconfirmed.remove(uid);
    if (present.add(uid) && open) {
      listener.onParticipantJoined(Participant.of(uid));
    }
  }

  void left(String uid) {
    unconfirmed.remove(uid);
    endSilence(uid);
    if (present.remove(uid) && open) {
      listener.onParticipantLeft(uid);
    }
  }

  /** A frame has come from this user. @return whether they are there */
  boolean sounds(String uid) {
    endSilence(uid);
    return present.contains(uid);
  }

  boolean isPresent(String uid) {
    return present.contains(uid);
  }

  /** A microphone was closed or opened. */
  void muted(String uid, boolean muted) {
    endSilence(uid);
    if (muted && present.contains(uid)) {
      fill(uid, SILENCE);
    }
  }

  private void fill(String uid, Duration left) {
    if (!left.isZero()) {
      silences.put(uid, clock.schedule(PIECE, () -> lane.execute(() -> piece(uid, left))));
    }
  }

  private void piece(String uid, Duration left) {
    if (silences.remove(uid) != null && open) {
      listener.onAudio(uid, AudioFrame.silence(AgoraOptions.EAR, PIECE));
      fill(uid, left.minus(PIECE));
    }
  }

  private void endSilence(String uid) {
    Cancellable silence = silences.remove(uid);
    if (silence != null) {
      silence.cancel();
    }
  }

  /** The connection is a new one: whoever left in between is told of a little later. */
  void callRoll() {
    rollCall.cancel();
    unconfirmed.addAll(present);
    rollCall = clock.schedule(ROLL_CALL, () -> lane.execute(this::rollIsCalled));
  }

  private void rollIsCalled() {
    List.copyOf(unconfirmed).forEach(this::left);
  }

  /** Nothing is told any more. */
  void close() {
    open = false;
    rollCall.cancel();
    silences.values().forEach(Cancellable::cancel);
    silences.clear();
  }
}
