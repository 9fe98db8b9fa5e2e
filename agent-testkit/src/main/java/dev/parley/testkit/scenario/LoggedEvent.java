package dev.parley.testkit.scenario;

import dev.parley.AgentEvent;
import dev.parley.testkit.Json;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * An event of a scenario's run.
 *
 * @param at when, counted from the agent's joining
 * @param name its name: {@code reply.ended}
 * @param fields its fields, as strings, numbers, booleans and lists; durations in seconds
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record LoggedEvent(Duration at, String name, Map<String, Object> fields) {
  static LoggedEvent of(AgentEvent event) {
    return new LoggedEvent(event.at(), event.name(), event.fields());
  }

  EventKind.Place place() {
    return EventKind.named(name).map(EventKind::place).orElse(EventKind.Place.REPLY);
  }

  boolean isFloating() {
    return EventKind.named(name).map(EventKind::isFloating).orElse(true);
  }

  /** Writes it as one line of an event log. */
  public String toJson() {
    var line = new LinkedHashMap<String, Object>();
    line.put("t", Times.seconds(at));
    line.put("event", name);
    line.putAll(fields);
    return Json.write(line);
  }

  /** As in an event log. */
  @Override
  public String toString() {
    return toJson();
  }
}
