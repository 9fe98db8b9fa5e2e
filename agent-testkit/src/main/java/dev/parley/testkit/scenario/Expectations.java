package dev.parley.testkit.scenario;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What must come of a scenario.
 *
 * @param requests what the brain was asked; null: not judged
 * @param history the whole conversation; null: not judged
 * @param end the agent's state at the end; null: not judged
 */
record Expectations(
    Duration tolerance,
    List<EventPattern> events,
    List<EventPattern> never,
    List<Count> counts,
    List<Stretch> silentBetween,
    @Nullable List<RequestPattern> requests,
    @Nullable List<HistoryPattern> history,
    @Nullable String end) {

  /** How often an event must have come. */
  record Count(EventPattern event, int is) {}

  /** A stretch of time. */
  record Stretch(int line, Duration from, Duration to) {}

  /** A request to the brain; what is null is not compared. */
  record RequestPattern(int line, @Nullable String hears, @Nullable List<String> tools) {}
}
