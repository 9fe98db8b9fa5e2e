package dev.parley;

import java.time.Duration;
import org.apiguardian.api.API;

/** What happens to the session as a whole. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface SessionEvent extends AgentEvent {
  /** The agent is in the room. */
  record Joined(Duration at) implements SessionEvent {
    @Override
    public String name() {
      return "session.joined";
    }
  }

  /**
   * The session is over; the last event.
   *
   * @param reason why, in words
   */
  record Closed(Duration at, String reason) implements SessionEvent {
    @Override
    public String name() {
      return "session.closed";
    }
  }

  /** The connection to the room is lost; the transport tries to get it back. */
  record RoomLost(Duration at) implements SessionEvent {
    @Override
    public String name() {
      return "room.lost";
    }
  }

  /** The connection to the room is back. */
  record RoomBack(Duration at) implements SessionEvent {
    @Override
    public String name() {
      return "room.back";
    }
  }

  /**
   * The agent does something else now.
   *
   * @param cause what made it so: the name of the event or call
   */
  record StateChanged(Duration at, AgentState from, AgentState to, String cause)
      implements SessionEvent {
    @Override
    public String name() {
      return "agent.state";
    }
  }

  /**
   * Something failed and was dealt with.
   *
   * @param source where: transport, stt, brain, tts, vad, detector, tool, listener, app
   * @param message what is wrong, which value, what to do; no secrets, no words that were said
   * @param retryable whether the same may work later
   */
  record Failure(Duration at, String source, String message, boolean retryable)
      implements SessionEvent {
    @Override
    public String name() {
      return "error";
    }
  }

  /**
   * A plugin or the engine measured something.
   *
   * @param metric lower case with dots
   * @param value durations in seconds
   */
  record Measured(Duration at, String metric, double value) implements SessionEvent {
    @Override
    public String name() {
      return "metric";
    }
  }
}
