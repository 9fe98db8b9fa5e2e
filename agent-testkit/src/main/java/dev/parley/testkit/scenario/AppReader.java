package dev.parley.testkit.scenario;

import dev.parley.SayPolicy;
import dev.parley.testkit.scenario.AppAction.Verb;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads the part {@code app}. */
final class AppReader {
  private static final List<String> ALL_KEYS =
      List.of("at", "on", "does", "who", "text", "interruptible", "overlap");
  private static final List<String> VERBS = Arrays.stream(Verb.values()).map(Verb::word).toList();

  private AppReader() {}

  static List<AppAction> read(List<YamlValue> app) {
    return app.stream().map(AppReader::action).toList();
  }

  private static AppAction action(YamlValue value) {
    YamlMap action = value.asMap(ALL_KEYS);
    if (action.has("at") == action.has("on")) {
      throw action.error("there must be either 'at' or 'on'");
    }
    String word = action.need("does").asOneOf(VERBS);
    Verb verb =
        Arrays.stream(Verb.values())
            .filter(each -> each.word().equals(word))
            .findFirst()
            .orElseThrow();
    value.asMap(keysOf(verb));
    boolean speaks = verb == Verb.SAY || verb == Verb.ASK || verb == Verb.TEXT;
    Duration at = action.find("at").map(YamlValue::asTime).orElse(null);
    EventPattern on = action.find("on").map(EventReader::pattern).orElse(null);
    String text = speaks ? action.need("text").asNonBlank() : "";
    return new AppAction(at, on, verb, action.text("who", "user"), text, policy(action));
  }

  private static List<String> keysOf(Verb verb) {
    var keys = new ArrayList<>(List.of("at", "on", "does"));
    switch (verb) {
      case SAY -> keys.addAll(List.of("text", "interruptible", "overlap"));
      case ASK -> keys.add("text");
      case TEXT -> keys.addAll(List.of("who", "text"));
      case COMMIT_TURN, CLEAR_TURN -> keys.add("who");
      case INTERRUPT, CLOSE, HOLD, RESUME, THROW -> {}
    }
    return keys;
  }

  private static SayPolicy policy(YamlMap action) {
    var overlap =
        switch (action.oneOf("overlap", "keep", List.of("keep", "context", "drop"))) {
          case "context" -> SayPolicy.Overlap.CONTEXT;
          case "drop" -> SayPolicy.Overlap.DROP;
          default -> SayPolicy.Overlap.KEEP;
        };
    return new SayPolicy(action.flag("interruptible", true), overlap);
  }
}
