package dev.parley.internal.session;

import dev.parley.AgentException;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.loop.SessionLoop;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Participant;
import dev.parley.spi.RoomListener;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Brings what a transport tells, on whatever thread, to the session's loop. Live audio that the
 * loop cannot keep up with is dropped and counted.
 */
final class RoomEvents extends RoomListener {
  /** The same events, on the loop. */
  interface Listener {
    void onOpened();

    void onJoined(Participant participant);

    void onLeft(String participant);

    void onAudio(String participant, AudioFrame frame);

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

  /**
   * Some two seconds of ten people's audio in frames of 10 ms; a loop that far behind is stalled.
   */
  private static final int MOST_WAITING = 2_000;

  /** Someone who types more than this in one message is not typing. */
  private static final int LONGEST_TEXT = 20_000;

  private final SessionLoop loop;
  private final Listener listener;
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicLong dropped = new AtomicLong();

  RoomEvents(SessionLoop loop, Listener listener) {
    this.loop = loop;
    this.listener = listener;
  }

  @Override
  public void onOpened() {
    loop.execute(listener::onOpened);
  }

  @Override
  public void onParticipantJoined(Participant participant) {
    loop.execute(() -> listener.onJoined(participant));
  }

  @Override
  public void onParticipantLeft(String participantId) {
    loop.execute(() -> listener.onLeft(participantId));
  }

  @Override
  public void onAudio(String participantId, AudioFrame frame) {
    if (waiting.incrementAndGet() > MOST_WAITING) {
      waiting.decrementAndGet();
      if (dropped.getAndIncrement() % 100 == 0) {
        loop.execute(() -> listener.onDropped(dropped.get()));
      }
      return;
    }
    loop.execute(
        () -> {
          waiting.decrementAndGet();
          listener.onAudio(participantId, frame);
        });
  }

  @Override
  public void onText(String participantId, String text) {
    String bounded = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    loop.execute(() -> listener.onText(participantId, bounded));
  }

  @Override
  public void onTalkButton(String participantId, boolean pressed) {
    loop.execute(() -> listener.onTalkButton(participantId, pressed));
  }

  @Override
  public void onReady() {
    loop.execute(listener::onReady);
  }

  @Override
  public void onLost(String reason) {
    loop.execute(listener::onLost);
  }

  @Override
  public void onBack() {
    loop.execute(listener::onBack);
  }

  @Override
  public void onError(AgentException error) {
    loop.execute(() -> listener.onError(error));
  }

  @Override
  public void onClosed(CloseReason reason) {
    loop.execute(() -> listener.onRoomClosed(reason));
  }
}
