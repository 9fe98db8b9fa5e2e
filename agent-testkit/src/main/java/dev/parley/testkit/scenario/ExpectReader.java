package dev.parley.testkit.scenario;

import dev.parley.testkit.scenario.Expectations.Count;
import dev.parley.testkit.scenario.Expectations.RequestPattern;
import dev.parley.testkit.scenario.Expectations.Stretch;
import java.time.Duration;
import java.util.List;

/** Reads the part {@code expect}. */
final class ExpectReader {
  static final List<String> KEYS =
      List.of(
          "tolerance", "events", "never", "counts", "silentBetween", "requests", "history", "end");

  private static final List<String> HISTORY_KINDS = List.of("user", "agent", "call", "result");
  private static final List<String> STATES =
      List.of("joining", "listening", "thinking", "speaking", "closed");

  private ExpectReader() {}

  static Expectations read(YamlMap expect) {
    return new Expectations(
        expect.time("tolerance", Duration.ofMillis(20)),
        expect.list("events").stream().map(EventReader::pattern).toList(),
        expect.list("never").stream().map(EventReader::pattern).toList(),
        expect.list("counts").stream().map(ExpectReader::count).toList(),
        expect.list("silentBetween").stream().map(ExpectReader::stretch).toList(),
        expect
            .find("requests")
            .map(each -> each.asList().stream().map(ExpectReader::request).toList())
            .orElse(null),
        expect
            .find("history")
            .map(each -> each.asList().stream().map(ExpectReader::history).toList())
            .orElse(null),
        expect.find("end").map(each -> each.asOneOf(STATES)).orElse(null));
  }

  private static Count count(YamlValue value) {
    EventPattern pattern = EventReader.pattern(value, List.of("is"));
    YamlValue is = value.asEntries().get("is");
    if (is == null) {
      throw value.error("the key 'is' is missing");
    }
    return new Count(pattern, is.asCount());
  }

  private static Stretch stretch(YamlValue value) {
    List<YamlValue> ends = value.asList();
    if (ends.size() != 2) {
      throw value.error("a stretch has a beginning and an end, such as [5.6s, 7s]");
    }
    var stretch = new Stretch(value.line(), ends.get(0).asTime(), ends.get(1).asTime());
    if (stretch.from().compareTo(stretch.to()) >= 0) {
      throw value.error("a stretch must end after it begins");
    }
    return stretch;
  }

  private static RequestPattern request(YamlValue value) {
    YamlMap request = value.asMap(List.of("hears", "tools"));
    return new RequestPattern(
        value.line(),
        request.find("hears").map(YamlValue::asText).map(Texts::collapse).orElse(null),
        request.has("tools") ? request.texts("tools") : null);
  }

  private static HistoryPattern history(YamlValue value) {
    List<String> kinds = HISTORY_KINDS.stream().filter(value.asEntries()::containsKey).toList();
    if (kinds.size() != 1) {
      throw value.error("there must be exactly one of " + String.join(", ", HISTORY_KINDS));
    }
    String kind = kinds.get(0);
    YamlMap entry = value.asMap(keysOf(kind));
    return new HistoryPattern(
        value.line(),
        kind,
        Texts.collapse(entry.need(kind).asText()),
        entry.textOrNull("who"),
        entry.flag("interrupted", false),
        entry.textOrNull("id"),
        entry.find("arguments").map(PluginsReader::arguments).orElse(null));
  }

  private static List<String> keysOf(String kind) {
    return switch (kind) {
      case "user" -> List.of("user", "who");
      case "agent" -> List.of("agent", "interrupted");
      case "call" -> List.of("call", "id", "arguments");
      default -> List.of("result", "id");
    };
  }
}
