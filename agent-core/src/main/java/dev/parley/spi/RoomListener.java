package dev.parley.spi;

import dev.parley.audio.AudioFrame;
import org.apiguardian.api.API;

/**
 * Hears what happens in a room. May be called on any thread, one call at a time; no method blocks.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class RoomListener extends StreamListener {
  /** For subclasses. */
  protected RoomListener() {}

  /**
   * The agent has joined. Comes once, before everything but {@code onError} and {@code onClosed}.
   */
  public void onOpened() {}

  /** Someone is there: who joins, and after {@code onOpened} everybody who was there before. */
  public void onParticipantJoined(Participant participant) {}

  /** Someone left. */
  public void onParticipantLeft(String participantId) {}

  /**
   * A participant's sound, in the order in which it was made, without gaps while the microphone is
   * open.
   *
   * @param frame any length, in {@link RoomCapabilities#input}. 16 kHz mono spares everybody work
   */
  public void onAudio(String participantId, AudioFrame frame) {}

  /** A participant typed something instead of saying it. */
  public void onText(String participantId, String text) {}

  /**
   * A participant pressed, or let go, a talk button: the turn lasts as long as the button is held.
   */
  public void onTalkButton(String participantId, boolean pressed) {}

  /** The room takes audio again after {@link Room#offer} had returned false. */
  public void onReady() {}

  /** The connection is lost; the transport tries to get it back. */
  public void onLost(String reason) {}

  /** The connection is back. */
  public void onBack() {}
}
