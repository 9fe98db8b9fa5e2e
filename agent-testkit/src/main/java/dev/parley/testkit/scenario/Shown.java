package dev.parley.testkit.scenario;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.testkit.BrainRequest;
import dev.parley.testkit.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How things look in reports. */
final class Shown {
  private static final int AROUND = 5;

  private Shown() {}

  static String event(LoggedEvent event) {
    var out = new StringBuilder(Times.show(event.at())).append(' ').append(event.name());
    event
        .fields()
        .forEach(
            (name, value) -> out.append(' ').append(name).append('=').append(Json.write(value)));
    return out.toString();
  }

  static List<String> events(List<LoggedEvent> events, int most) {
    var lines = new ArrayList<String>();
    events.stream().limit(most).forEach(each -> lines.add(event(each)));
    if (events.size() > most) {
      lines.add("and " + (events.size() - most) + " more");
    }
    return lines;
  }

  /** The events around a moment. */
  static List<String> around(List<LoggedEvent> events, Duration moment) {
    int after = 0;
    while (after < events.size() && events.get(after).at().compareTo(moment) < 0) {
      after++;
    }
    var lines = new ArrayList<String>();
    lines.add("around " + Times.show(moment) + ":");
    for (int i = Math.max(0, after - AROUND); i < Math.min(events.size(), after + AROUND); i++) {
      lines.add("  " + event(events.get(i)));
    }
    return lines;
  }

  static List<String> request(BrainRequest asked) {
    var lines = new ArrayList<String>();
    var request = asked.request();
    lines.add("hears: " + Json.write(asked.hears()));
    lines.add(
        "reply "
            + request.reply()
            + ", step "
            + request.step()
            + (request.speculative() ? ", speculative" : "")
            + ", tools "
            + asked.tools());
    if (request.instruction() != null) {
      lines.add("instruction: " + Json.write(request.instruction()));
    }
    request.conversation().forEach(each -> lines.add("- " + item(each)));
    return lines;
  }

  static String item(ConversationItem item) {
    if (item instanceof UserTurn turn) {
      return "{user: " + Json.write(turn.text()) + ", who: " + turn.who() + "}";
    }
    if (item instanceof AgentSpeech speech) {
      return "{agent: "
          + Json.write(speech.text())
          + (speech.interrupted() ? ", interrupted: true}" : "}");
    }
    if (item instanceof Call call) {
      return "{call: "
          + call.call().tool()
          + ", id: "
          + call.call().id()
          + arguments(call.call().arguments())
          + "}";
    }
    return item instanceof Result result
        ? "{result: " + Json.write(result.text()) + ", id: " + result.id() + "}"
        : item.toString();
  }

  static String pattern(HistoryPattern pattern) {
    boolean spoken =
        pattern.kind().equals("user")
            || pattern.kind().equals("agent")
            || pattern.kind().equals("result");
    var out =
        new StringBuilder("{")
            .append(pattern.kind())
            .append(": ")
            .append(spoken ? Json.write(pattern.text()) : pattern.text());
    append(out, "who", pattern.who());
    append(out, "id", pattern.id());
    Map<String, @Nullable Object> expected = pattern.arguments();
    out.append(expected == null ? "" : arguments(expected))
        .append(pattern.interrupted() ? ", interrupted: true" : "");
    return out.append('}').toString();
  }

  private static void append(StringBuilder out, String key, @Nullable String value) {
    if (value != null) {
      out.append(", ").append(key).append(": ").append(value);
    }
  }

  private static String arguments(Map<String, @Nullable Object> arguments) {
    return arguments.isEmpty() ? "" : ", arguments: " + Json.write(arguments);
  }
}
