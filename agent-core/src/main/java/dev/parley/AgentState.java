package dev.parley;

import org.apiguardian.api.API;

/** What an agent is doing. {@code CLOSED} can come from anywhere and is the last. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public enum AgentState {
  /** On the way into the room. */
  JOINING,
  /** Hears people; nothing is being thought or said. */
  LISTENING,
  /** Works on an answer of which nothing has been heard. */
  THINKING,
  /** Speaks, or has paused within a speech. */
  SPEAKING,
  /** The session is over. */
  CLOSED;

  /** Whether the table of transitions allows it. */
  public boolean canBecome(AgentState next) {
    return switch (this) {
      case JOINING -> next == LISTENING || next == CLOSED;
      case LISTENING, THINKING, SPEAKING -> next != this && next != JOINING;
      case CLOSED -> false;
    };
  }
}
