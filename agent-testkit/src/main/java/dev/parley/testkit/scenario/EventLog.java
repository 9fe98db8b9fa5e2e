package dev.parley.testkit.scenario;

import dev.parley.AgentEvent;
import dev.parley.AgentListener;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened in a run. */
final class EventLog implements AgentListener {
  private static final Comparator<LoggedEvent> ORDER =
      Comparator.comparing(LoggedEvent::at).thenComparing(LoggedEvent::place);

  private final List<LoggedEvent> events = new ArrayList<>();

  @Override
  public void onEvent(AgentEvent event) {
    events.add(LoggedEvent.of(event));
  }

  /** In the order in which they were told. */
  List<LoggedEvent> asTold() {
    return List.copyOf(events);
  }

  /** By time; at one instant in the order of the format. */
  List<LoggedEvent> inOrder() {
    return events.stream().sorted(ORDER).toList();
  }
}
