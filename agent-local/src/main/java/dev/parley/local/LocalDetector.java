package dev.parley.local;

import dev.parley.AgentException;
import dev.parley.spi.VoiceActivityDetector;
import java.time.Duration;

/** The best detector that runs on this machine, for finding utterances. */
final class LocalDetector {
  /** Longer than a session's own detector waits, which then ends an utterance first. */
  private static final Duration HANGOVER = Duration.ofMillis(600);

  private LocalDetector() {}

  static VoiceActivityDetector best() {
    try {
      return new SileroVad(HANGOVER);
    } catch (AgentException noNativeCode) {
      return new EnergyVad(HANGOVER);
    }
  }
}
