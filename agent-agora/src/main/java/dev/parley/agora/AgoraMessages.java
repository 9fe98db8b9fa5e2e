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
  /** Everything, measurements included. */
  ALL;

  boolean wants(AgentEvent event) {
    return switch (this) {
      case NONE -> false;
      case CAPTIONS -> isCaption(event);
      case ALL -> true;
    };
  }

  private static boolean isCaption(AgentEvent event) {
    return event instanceof TurnEvent
        || event instanceof ReplyEvent.Text
        || event instanceof ReplyEvent.Ended
        || event instanceof SessionEvent.StateChanged;
  }

  /** As in settings, lower case. */
  String setting() {
    return name().toLowerCase(Locale.ROOT);
  }

  static AgoraMessages of(String setting) {
    return valueOf(setting.toUpperCase(Locale.ROOT));
  }
}
