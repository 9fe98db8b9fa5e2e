package dev.parley.testkit.scenario;

import dev.parley.AgentState;
import dev.parley.ConversationItem;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What holds for every run, whatever the scenario: checked after the session was closed. */
final class Invariants {
  private final Remains remains;
  private final List<String> violations = new ArrayList<>();

  /**
   * What is left of a run.
   *
   * @param told all events, in the order of telling
   * @param crashes exceptions that came out of the session
   * @param unfinishedStreams streams that got no {@code onClosed}
   * @param timersLeft how many timers were set when the session was over
   * @param over whether it was over in time
   * @param unkeptPromises calls of the session whose answer never came
   */
  record Remains(
      List<LoggedEvent> told,
      List<ConversationItem> conversation,
      List<String> crashes,
      List<String> unfinishedStreams,
      int timersLeft,
      boolean over,
      List<String> unkeptPromises) {}

  Invariants(Remains remains) {
    this.remains = remains;
  }

  List<String> violations() {
    violations.addAll(remains.crashes());
    if (!remains.over()) {
      violations.add("the session was closed, but is not over 10 s later");
    }
    remains
        .unfinishedStreams()
        .forEach(stream -> violations.add("a stream never got onClosed: " + stream));
    if (remains.timersLeft() > 0) {
      violations.add(remains.timersLeft() + " timers are still set after the closing");
    }
    replies();
    toolCalls();
    toolEvents();
    states();
    order();
    engineErrors();
    remains
        .unkeptPromises()
        .forEach(call -> violations.add("what " + call + "() returned never completed"));
    return violations;
  }

  private void replies() {
    var ends = new TreeMap<Integer, Integer>();
    for (LoggedEvent event : remains.told()) {
      if (event.name().startsWith("reply.")
          && event.fields().get("reply") instanceof Integer reply) {
        ends.merge(reply, event.name().equals("reply.ended") ? 1 : 0, Integer::sum);
      }
    }
    ends.forEach((reply, count) -> mustBeOnce("reply " + reply + " ended", count));
  }

  private void mustBeOnce(String what, int count) {
    if (count != 1) {
      violations.add(what + " " + count + " times, must be once");
    }
  }

  private void toolCalls() {
    var calls = new TreeMap<String, Integer>();
    var results = new TreeMap<String, Integer>();
    for (ConversationItem item : remains.conversation()) {
      if (item instanceof Call call) {
        calls.merge(call.call().id(), 1, Integer::sum);
      } else if (item instanceof Result result) {
        results.merge(result.id(), 1, Integer::sum);
      }
    }
    if (!calls.equals(results)) {
      violations.add(
          "every tool call must have exactly one result, but the calls by id are "
              + calls
              + " and the results "
              + results);
    }
  }

  private void toolEvents() {
    Map<Object, Integer> open = new HashMap<>();
    for (LoggedEvent event : remains.told()) {
      if (event.name().equals("tool.started")) {
        open.merge(event.fields().getOrDefault("id", ""), 1, Integer::sum);
      } else if (event.name().equals("tool.ended")) {
        open.merge(event.fields().getOrDefault("id", ""), -1, Integer::sum);
      }
    }
    open.forEach((id, left) -> toolBalance(id, left));
  }

  /** A call that never ran may end without having started. */
  private void toolBalance(Object id, int left) {
    if (left > 0) {
      violations.add("the tool call " + id + " started and never ended");
    }
  }

  private void states() {
    AgentState state = AgentState.JOINING;
    for (LoggedEvent event : remains.told()) {
      if (event.name().equals("agent.state")) {
        AgentState from = stateOf(event, "from");
        AgentState to = stateOf(event, "to");
        if (from != state || !from.canBecome(to)) {
          violations.add("the agent was " + state + ", but " + Shown.event(event));
        }
        state = to;
      }
    }
  }

  private static AgentState stateOf(LoggedEvent event, String field) {
    return AgentState.valueOf(String.valueOf(event.fields().get(field)).toUpperCase(Locale.ROOT));
  }

  private void order() {
    @Nullable Duration last = null;
    boolean over = false;
    for (LoggedEvent event : remains.told()) {
      if (last != null && event.at().compareTo(last) < 0) {
        violations.add("events go back in time at " + Shown.event(event));
      }
      if (over) {
        violations.add("an event came after session.closed: " + Shown.event(event));
      }
      last = event.at();
      over = over || event.name().equals("session.closed");
    }
    if (!over) {
      violations.add("session.closed never came");
    }
  }

  private void engineErrors() {
    for (LoggedEvent event : remains.told()) {
      if (event.name().equals("error") && "engine".equals(event.fields().get("source"))) {
        violations.add("an exception reached the edge of the engine: " + Shown.event(event));
      }
    }
  }
}
