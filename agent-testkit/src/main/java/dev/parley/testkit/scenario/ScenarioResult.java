package dev.parley.testkit.scenario;

import java.util.List;
import java.util.stream.Collectors;
import org.apiguardian.api.API;

/** What came of a scenario. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScenarioResult {
  private final Scenario scenario;
  private final List<LoggedEvent> events;
  private final List<Difference> differences;

  ScenarioResult(Scenario scenario, List<LoggedEvent> events, List<Difference> differences) {
    this.scenario = scenario;
    this.events = List.copyOf(events);
    this.differences = List.copyOf(differences);
  }

  /** The scenario that was run. */
  public Scenario scenario() {
    return scenario;
  }

  /** Whether everything was as expected. */
  public boolean passed() {
    return differences.isEmpty();
  }

  /** Everything that happened, by time. */
  public List<LoggedEvent> events() {
    return events;
  }

  /** What was not as expected; empty when it passed. */
  public List<Difference> differences() {
    return differences;
  }

  /** Writes the event log: an event a line, as JSON, each line with its end. */
  public String eventLog() {
    return events.stream().map(event -> event.toJson() + "\n").collect(Collectors.joining());
  }

  /** Tells in one line how it went. */
  public String summary() {
    return (passed() ? "ok    " : "FAIL  ") + scenario;
  }

  /** Tells what differed, with the events around it; empty when it passed. */
  public String report() {
    return differences.stream().map(Difference::show).collect(Collectors.joining("\n"));
  }

  /** As {@link #summary}. */
  @Override
  public String toString() {
    return summary();
  }
}
