package dev.parley;

import java.time.Duration;
import org.apiguardian.api.API;

/** What becomes of a tool call. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ToolEvent extends AgentEvent {
  /** The tool's name. */
  String tool();

  /** The id of the call. */
  String id();

  /** The tool runs. */
  record Started(Duration at, String tool, String id) implements ToolEvent {
    @Override
    public String name() {
      return "tool.started";
    }
  }

  /** The tool has ended. */
  record Ended(Duration at, String tool, String id, Outcome outcome) implements ToolEvent {
    @Override
    public String name() {
      return "tool.ended";
    }
  }

  /** How a tool ended. */
  enum Outcome {
    /** With a result. */
    RETURNED,
    /** With a failure. */
    FAILED,
    /** Its deadline came, or the session was closed first. */
    CANCELLED
  }
}
