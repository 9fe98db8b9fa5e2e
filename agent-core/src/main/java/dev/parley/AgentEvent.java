package dev.parley;

import dev.parley.internal.event.EventFields;
import java.time.Duration;
import java.util.Map;
import org.apiguardian.api.API;

/**
 * Something that happened in a session. Events are records, grouped by what they are about: {@link
 * SessionEvent}, {@link ParticipantEvent}, {@link TurnEvent}, {@link ReplyEvent}, {@link
 * ToolEvent}.
 *
 * <p>Kinds and fields will be added: keep a default branch. Words that people said are in some of
 * them; what a listener does with those is the application's responsibility.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface AgentEvent {
  /** When it happened, counted from the moment the agent had joined; negative before. */
  Duration at();

  /** Its name in event logs, lower case with a dot: {@code reply.ended}. */
  String name();

  /**
   * Its fields but {@code at}, by name, in order, as strings, numbers, booleans and lists:
   * durations in seconds, enums in camel case, absent ones left out. The form in which event logs,
   * web pages and captions show it.
   */
  default Map<String, Object> fields() {
    return EventFields.of(this);
  }
}
