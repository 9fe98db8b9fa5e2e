package dev.parley.samples;

import dev.parley.Configuration;
import dev.parley.Plugins;
import dev.parley.spi.Setting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

/**
 * People for a channel when there is no real one: built without {@code -Pagora-sdk}, the samples
 * run on the simulator, where two people speak.
 */
abstract class Rehearsal {
  private static final Map<String, String> ANY =
      Map.of("AGORA_APP_ID", "0".repeat(32), "AGORA_CHANNEL", "rehearsal");

  private static final String SIMULATOR = "dev.parley.agora.simulator.SimulatedAgora";
  private static final String ON_SIMULATOR = "dev.parley.samples.SimulatedPeople";

  /** Returns the rehearsal, or one that says that this is serious. */
  static Rehearsal find() {
    try {
      // Not there with the real SDK, even when an older build has left our class behind.
      var unused = Class.forName(SIMULATOR);
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

  /**
   * Reads the configuration; in a rehearsal any app id and channel will do where none is given.
   *
   * @param settings the program's own
   */
  Configuration configuration(Plugins plugins, String[] arguments, Setting... settings) {
    var builder = Configuration.builder().plugins(plugins).settings(settings).arguments(arguments);
    Configuration given = builder.load();
    if (!isOn()) {
      return given;
    }
    var environment = new HashMap<>(System.getenv());
    ANY.forEach(
        (variable, value) -> {
          String key = variable.toLowerCase(Locale.ROOT).replace('_', '-');
          if (given.find(Setting.of(key, variable).variable(variable).build()).isEmpty()) {
            environment.put(variable, value);
          }
        });
    return builder.environment(environment).load();
  }

  /** Returns the recordings that are named, with commas between; none for an empty text. */
  static List<Path> recordings(String files) {
    return Stream.of(files.split(","))
        .filter(each -> !each.isBlank())
        .map(each -> Path.of(each.strip()))
        .peek(Rehearsal::check)
        .toList();
  }

  private static void check(Path recording) {
    if (!Files.isReadable(recording)) {
      throw new IllegalArgumentException("--wav: there is no file " + recording);
    }
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
