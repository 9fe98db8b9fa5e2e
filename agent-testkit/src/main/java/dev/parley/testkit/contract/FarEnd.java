package dev.parley.testkit.contract;

import dev.parley.audio.AudioFrame;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Somebody on the other side of a room, as the test of a transport plays them: a scripted browser,
 * a second client of an SDK.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface FarEnd {
  /** The id by which the agent's room knows them. */
  String participantId();

  /** Makes a sound in the room; may return before it has been delivered. */
  void speak(AudioFrame frame);

  /** How much of the agent's voice has arrived here so far. */
  Duration heard();

  /** Leaves the room. */
  void leave();
}
