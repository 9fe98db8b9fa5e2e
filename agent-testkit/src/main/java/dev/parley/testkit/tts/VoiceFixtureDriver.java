package dev.parley.testkit.tts;

import java.time.Duration;
import org.apiguardian.api.API;

/** Drives the client of a fixture: what a session would do. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface VoiceFixtureDriver {
  /** Gets the client ready. */
  void warmUp();

  /**
   * Adds text to the reply, which begins if none is open.
   *
   * @return whether it began
   */
  boolean speak(String text);

  /** Ends the reply's text. */
  void finish();

  /** Cuts the reply. */
  void cancel();

  /** Whether the open reply has been given so much audio, or no reply is open. */
  boolean hasHeard(long pcmBytes);

  /** Lets so much time pass for the client. */
  void pass(Duration time);
}
