package dev.parley.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads patterns of events: the event's name, its time, and those of its fields that matter. */
final class EventReader {
  private static final List<String> TIME_KEYS =
      List.of("at", "before", "notBefore", "tolerance", "event");

  private EventReader() {}

  static EventPattern pattern(YamlValue value) {
    return pattern(value, List.of());
  }

  /** Reads a pattern beside which these further keys may stand. */
  static EventPattern pattern(YamlValue value, List<String> further) {
    YamlValue name = value.asEntries().get("event");
    if (name == null) {
      throw value.error("the key 'event' is missing");
    }
    EventKind kind =
        EventKind.named(name.asText())
            .orElseThrow(
                () -> name.mustBe("the name of an event: " + String.join(", ", EventKind.names())));
    var keys = new ArrayList<>(TIME_KEYS);
    keys.addAll(kind.fields().keySet());
    keys.addAll(further);
    YamlMap map = value.asMap(keys);
    return new EventPattern(
        value.line(),
        kind,
        map.find("at").map(YamlValue::asTime).orElse(null),
        map.find("before").map(YamlValue::asTime).orElse(null),
        map.find("notBefore").map(YamlValue::asTime).orElse(null),
        map.find("tolerance").map(YamlValue::asTime).orElse(null),
        fields(map, kind));
  }

  private static Map<String, Object> fields(YamlMap map, EventKind kind) {
    var fields = new LinkedHashMap<String, Object>();
    kind.fields()
        .forEach(
            (name, type) ->
                map.find(name).ifPresent(value -> fields.put(name, field(value, type))));
    return fields;
  }

  private static Object field(YamlValue value, String type) {
    return switch (type) {
      case "text" -> Texts.collapse(value.asText());
      case "count" -> value.asCount();
      case "flag" -> value.asFlag();
      case "time" -> value.asTime();
      case "number" -> Double.valueOf(value.asText());
      default -> value.asOneOf(List.of(type.split("\\|")));
    };
  }
}
