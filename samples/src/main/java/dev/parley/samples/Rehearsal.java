package dev.parley.samples;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * People for a channel when there is no real one: built without {@code -Pagora-sdk}, the samples
 * run on the simulator, where two people speak.
 */
abstract class Rehearsal {
  private static final String ON_SIMULATOR = "dev.parley.samples.SimulatedPeople";

  /** Returns the rehearsal, or one that says that this is serious. */
  static Rehearsal find() {
    try {
      return Class.forName(ON_SIMULATOR)
          .asSubclass(Rehearsal.class)
          .getDeclaredConstructor()
          .newInstance();
    } catch (ReflectiveOperationException | LinkageError realSdk) {
      return new None();
    }
  }

  /** Whether the people are made up. */
  abstract boolean isOn();

  /**
   * Lets two people enter and talk.
   *
   * @param recordings WAV files that they say in turn; empty: sentences with a synthetic voice
   * @param sentences what to say if there are no recordings
   * @return completes when they have nothing more to say
   */
  abstract CompletionStage<Void> begin(
      String channel, List<Path> recordings, List<String> sentences, long pauseMillis);

  /** The environment; in a rehearsal with an app id if there is none, for any will do. */
  Map<String, String> environment() {
    var environment = new HashMap<>(System.getenv());
    if (isOn()) {
      environment.putIfAbsent("AGORA_APP_ID", "0".repeat(32));
      environment.putIfAbsent("AGORA_CHANNEL", "rehearsal");
    }
    return environment;
  }

  private static final class None extends Rehearsal {
    @Override
    boolean isOn() {
      return false;
    }

    @Override
    CompletionStage<Void> begin(
        String channel, List<Path> recordings, List<String> sentences, long pauseMillis) {
      throw new IllegalStateException("the people in a real channel speak for themselves");
    }
  }
}
