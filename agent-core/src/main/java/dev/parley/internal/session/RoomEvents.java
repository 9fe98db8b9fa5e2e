package dev.parley.internal.session;

import dev.parley.AgentException;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.ear.AudioInlet;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.RoomListener;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings what a transport tells, on whatever thread, to the session's loop, in the order in which
 * it was told, however late the loop is. Live audio that the loop cannot keep up with is dropped
 * and counted.
 */
final class RoomEvents extends RoomListener {
  /** The same events, on the loop. */
  interface Listener extends AudioInlet.Outlet {
    void onOpened();

    void onJoined(Participant participant);

    void onLeft(String participant);

    void onText(String participant, String text);

    void onTalkButton(String participant, boolean pressed);

    void onReady();

    void onLost();

    void onBack();

    void onError(AgentException error);

    /** So many frames in all were dropped. */
    void onDropped(long frames);

    void onRoomClosed(CloseReason reason);
  }

  /** Someone who types more than this in one message is not typing. */
  private static final int LONGEST_TEXT = 20_000;

  private final SessionLoop loop;
  private final Listener listener;
  private final Map<String, AudioInlet> inlets = new ConcurrentHashMap<>();
  private final AtomicLong happened = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  RoomEvents(SessionLoop loop, Listener listener) {
    this.loop = loop;
    this.listener = listener;
  }

  /** Hands over the audio that has come so far; on the loop. */
  void drain() {
    inlets.values().forEach(AudioInlet::drain);
  }

  /** Tells something on the loop, between the audio that came before it and what comes after. */
  private void tell(Runnable event) {
    long place = happened.incrementAndGet();
    loop.execute(
        () -> {
          inlets.values().forEach(inlet -> inlet.drainBefore(place));
          event.run();
        });
  }

  @Override
  public void onOpened() {
    tell(listener::onOpened);
  }

  @Override
  public void onParticipantJoined(Participant participant) {
    tell(() -> listener.onJoined(participant));
  }

  @Override
  public void onParticipantLeft(String participantId) {
    tell(
        () -> {
          inlets.computeIfPresent(participantId, (who, inlet) -> inlet.isEmpty() ? null : inlet);
          listener.onLeft(participantId);
        });
  }

  @Override
  public void onAudio(String participantId, AudioFrame frame) {
    AudioInlet inlet = inlets.get(participantId);
    if (inlet == null) {
      inlet = inlets.computeIfAbsent(participantId, each -> new AudioInlet(loop, each, listener));
    }
    if (!inlet.offer(frame, happened.get()) && dropped.getAndIncrement() % 100 == 0) {
      loop.execute(() -> listener.onDropped(dropped.get()));
    }
  }

  @Override
  public void onText(String participantId, String text) {
    String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    tell(() -> listener.onText(participantId, bounded));
  }

  @Override
  public void onTalkButton(String participantId, boolean pressed) {
    tell(() -> listener.onTalkButton(participantId, pressed));
  }

  @Override
  public void onReady() {
    loop.execute(listener::onReady);
  }

  @Override
  public void onLost(String reason) {
    tell(listener::onLost);
  }

  @Override
  public void onBack() {
    tell(listener::onBack);
  }

  @Override
  public void onError(AgentException error) {
    loop.execute(() -> listener.onError(error));
  }

  @Override
  public void onClosed(CloseReason reason) {
    tell(() -> listener.onRoomClosed(reason));
  }
}
