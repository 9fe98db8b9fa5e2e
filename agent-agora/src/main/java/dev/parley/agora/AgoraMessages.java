package dev.parley.agora;

import dev.parley.AgentEvent;
import dev.parley.ReplyEvent;
import dev.parley.SessionEvent;
import dev.parley.TurnEvent;
import java.util.Locale;
import org.apiguardian.api.API;

/** Which events of the session the clients in the channel get as data messages. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum AgoraMessages {
  /** None. */
  NONE,
  /** What is said and by whom, and what the agent is doing. */
  CAPTIONS,
  /** What is said and by whom, in the form that Agora's conversational AI toolkit understands. */
  TOOLKIT,
  /** Everything, measurements included. */
  ALL;

  boolean wants(AgentEvent event) {
    return switch (this) {
      case NONE -> false;
      case CAPTIONS -> isSaid(event) || event instanceof SessionEvent.StateChanged;
      case TOOLKIT -> isSaid(event);
      case ALL -> true;
    };
  }

  private static boolean isSaid(AgentEvent event) {
    return event instanceof TurnEvent
        || event instanceof ReplyEvent.Text
        || event instanceof ReplyEvent.Ended;
  }

  /** How an agent with this uid tells of events. */
  MessageForm form(BotUid uid) {
    return this == TOOLKIT ? new ToolkitForm(uid.text()) : new EventForm();
  }

  /** As in settings, lower case. */
  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AgoraMessages of(String setting) {
    return valueOf(setting.toUpperCase(Locale.ROOT));
  }
}
