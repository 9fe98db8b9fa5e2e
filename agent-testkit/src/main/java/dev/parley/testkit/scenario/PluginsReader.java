package dev.parley.testkit.scenario;

import dev.parley.ToolSpec;
import dev.parley.testkit.BrainLine;
import dev.parley.testkit.Failure;
import dev.parley.testkit.Gap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the fakes do: {@code transport}, {@code vad}, {@code stt}, {@code detector}, {@code
 * brain}, {@code voice}, {@code tools}.
 */
final class PluginsReader {
  private static final List<String> BRAIN_KEYS =
      List.of("hears", "says", "firstToken", "lasts", "calls", "fails", "first");
  private static final List<String> VOICE_KEYS =
      List.of("firstAudio", "perCharacter", "sounds", "wordTimes", "fails", "first");
  private static final List<String> TOOL_KEYS =
      List.of("takes", "returns", "throws", "needs", "deadline", "confirm");

  private int calls;

  Scenario.TransportPart transport(YamlMap transport) {
    return new Scenario.TransportPart(
        transport.flag("pausable", true),
        transport.time("buffer", Duration.ZERO),
        drops(transport));
  }

  List<Gap> drops(YamlMap vendor) {
    return vendor.list("drops").stream()
        .map(each -> each.asMap(List.of("at", "back")))
        .map(PluginsReader::gap)
        .toList();
  }

  private static Gap gap(YamlMap drop) {
    return new Gap(drop.need("at").asTime(), drop.need("back").asTime());
  }

  Scenario.VadPart vad(YamlMap vad) {
    return new Scenario.VadPart(
        vad.time("startsAfter", Duration.ofMillis(50)),
        vad.timeOrNull("endsAfter", Duration.ofMillis(500)));
  }

  Map<String, Double> detector(YamlValue detector) {
    var probabilities = new LinkedHashMap<String, Double>();
    detector
        .asEntries()
        .forEach((text, probability) -> probabilities.put(text, probability.asProbability()));
    return probabilities;
  }

  List<BrainLine> brain(List<YamlValue> brain) {
    return brain.stream().map(each -> line(each.asMap(BRAIN_KEYS))).toList();
  }

  private BrainLine line(YamlMap entry) {
    var line = BrainLine.hears(entry.need("hears").asText()).says(entry.text("says", ""));
    Duration firstToken = entry.time("firstToken", Duration.ofMillis(100));
    Duration lasts =
        entry.time(
            "lasts",
            firstToken.compareTo(Duration.ofMillis(300)) > 0 ? firstToken : Duration.ofMillis(300));
    if (lasts.compareTo(firstToken) < 0) {
      throw entry.need("lasts").mustBe("at least as long as firstToken, " + Times.show(firstToken));
    }
    line.firstToken(firstToken).lasts(lasts);
    entry.list("calls").forEach(call -> call(call.asMap(List.of("id", "tool", "arguments")), line));
    Failure fails = entry.find("fails").map(PluginsReader::failure).orElse(null);
    return line.fails(fails, times(entry, fails != null)).build();
  }

  private static @Nullable Failure failure(YamlValue fails) {
    return switch (fails.asOneOf(List.of("null", "timeout", "rateLimited", "serverError", "cut"))) {
      case "timeout" -> Failure.TIMEOUT;
      case "rateLimited" -> Failure.RATE_LIMITED;
      case "serverError" -> Failure.SERVER_ERROR;
      case "cut" -> Failure.CUT;
      default -> null;
    };
  }

  /**
   * How often something fails: {@code first}, which stands beside {@code fails} only; without it
   * every time.
   */
  private static int times(YamlMap entry, boolean fails) {
    if (!entry.has("first")) {
      return Integer.MAX_VALUE;
    }
    if (!fails) {
      throw entry.error("'first' says how often it fails and stands beside 'fails' only");
    }
    return entry.need("first").asCount();
  }

  private void call(YamlMap call, BrainLine.Builder line) {
    calls++;
    String tool = call.need("tool").asNonBlank();
    line.calls(
        call.text("id", "call-" + calls),
        tool,
        call.find("arguments").map(PluginsReader::arguments).orElse(Map.of()));
  }

  static Map<String, @Nullable Object> arguments(YamlValue arguments) {
    var data = new LinkedHashMap<String, @Nullable Object>();
    arguments.asEntries().forEach((name, value) -> data.put(name, value.asData()));
    return data;
  }

  VoicePart voice(YamlMap voice) {
    var sounds = new LinkedHashMap<String, Duration>();
    voice
        .find("sounds")
        .ifPresent(
            each -> each.asEntries().forEach((text, length) -> sounds.put(text, length.asTime())));
    Duration failsAfter =
        voice
            .find("fails")
            .filter(each -> !each.isNull())
            .map(PluginsReader::failsAfter)
            .orElse(null);
    return new VoicePart(
        voice.time("firstAudio", Duration.ofMillis(200)),
        voice.time("perCharacter", Duration.ofMillis(60)),
        sounds,
        voice.flag("wordTimes", true),
        failsAfter,
        times(voice, failsAfter != null));
  }

  private static Duration failsAfter(YamlValue fails) {
    if (fails.isMap()) {
      return fails.asMap(List.of("after")).need("after").asTime();
    }
    if (!fails.isScalar() || !fails.asText().equals("beforeAudio")) {
      throw fails.mustBe("beforeAudio or {after: 700ms}");
    }
    return Duration.ZERO;
  }

  static List<String> voiceKeys() {
    return VOICE_KEYS;
  }

  List<ToolPart> tools(YamlValue tools) {
    var parts = new ArrayList<ToolPart>();
    tools.asEntries().forEach((name, value) -> parts.add(tool(name, value)));
    return parts;
  }

  private static ToolPart tool(String name, YamlValue value) {
    YamlMap tool = value.asMap(TOOL_KEYS);
    Duration deadline = tool.time("deadline", Duration.ofSeconds(30));
    try {
      var spec =
          ToolSpec.builder(name)
              .required(tool.texts("needs"))
              .deadline(deadline)
              .confirm(tool.flag("confirm", false))
              .build();
      return new ToolPart(
          spec,
          tool.time("takes", Duration.ZERO),
          tool.text("returns", ""),
          tool.textOrNull("throws"));
    } catch (ScenarioException e) {
      throw e;
    } catch (IllegalArgumentException e) {
      throw value.error(String.valueOf(e.getMessage()));
    }
  }
}
