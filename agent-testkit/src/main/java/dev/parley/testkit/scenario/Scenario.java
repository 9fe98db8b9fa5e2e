package dev.parley.testkit.scenario;

import dev.parley.testkit.BrainLine;
import dev.parley.testkit.Gap;
import dev.parley.testkit.Talk;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** A conversation written as data. Immutable; a {@link ScenarioReader} makes it. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Scenario {
  private final String file;
  private final String sentence;
  private final Parts parts;

  /** What a file says, part by part. */
  record Parts(
      AgentPart agent,
      TransportPart transport,
      VadPart vad,
      List<Gap> sttDrops,
      @Nullable Map<String, Double> detector,
      PeoplePart people,
      List<BrainLine> brain,
      List<BrainLine> fallbackBrain,
      VoicePart voice,
      @Nullable VoicePart fallbackVoice,
      List<ToolPart> tools,
      List<AppAction> app,
      Expectations expect) {}

  /** How the room behaves. */
  record TransportPart(boolean pausable, Duration buffer, List<Gap> drops) {}

  /**
   * The detector.
   *
   * @param endsAfter null: none is plugged in
   */
  record VadPart(Duration startsAfter, @Nullable Duration endsAfter) {}

  /** Who is in the room, and what becomes of their roles. */
  record PeoplePart(Talk talk, List<RoleChange> roles) {}

  Scenario(String file, String sentence, Parts parts) {
    this.file = file;
    this.sentence = sentence;
    this.parts = parts;
  }

  /** The name of the file it was read from. */
  public String file() {
    return file;
  }

  /** What it shows, in one sentence. */
  public String sentence() {
    return sentence;
  }

  Parts parts() {
    return parts;
  }

  /** The latest time that the file names, counted from the agent's joining. */
  Duration lastTime() {
    Duration last = parts.people.talk().length();
    for (Duration each : parts.app.stream().map(AppAction::latest).toList()) {
      last = later(last, each);
    }
    for (RoleChange each : parts.people.roles()) {
      last = later(last, each.at());
    }
    for (Gap each : parts.transport.drops()) {
      last = later(last, each.end());
    }
    for (Gap each : parts.sttDrops) {
      last = later(last, each.end());
    }
    return last;
  }

  private static Duration later(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Tells file and sentence. */
  @Override
  public String toString() {
    return file + ": " + sentence;
  }
}
