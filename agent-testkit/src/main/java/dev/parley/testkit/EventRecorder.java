package dev.parley.testkit;

import dev.parley.AgentEvent;
import dev.parley.AgentListener;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;

/** Writes down the events of sessions. Thread-safe. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EventRecorder implements AgentListener {
  private final List<AgentEvent> events = new ArrayList<>();

  /** Creates a recorder of nothing so far. */
  public EventRecorder() {}

  @Override
  public synchronized void onEvent(AgentEvent event) {
    events.add(event);
  }

  /** All events, in the order in which they were told. */
  public synchronized List<AgentEvent> events() {
    return List.copyOf(events);
  }

  /** The names of all events, in order: {@code turn.ended}. */
  public List<String> names() {
    return events().stream().map(AgentEvent::name).toList();
  }

  /** The events of one kind, in order. */
  public <E extends AgentEvent> List<E> of(Class<E> kind) {
    return events().stream().filter(kind::isInstance).map(kind::cast).toList();
  }
}
