package dev.parley;

import java.time.Duration;
import org.apiguardian.api.API;

/** What the people in the room do. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ParticipantEvent extends AgentEvent {
  /** The id of the participant it is about. */
  String who();

  /**
   * Someone is in the room.
   *
   * @param displayName the name for people
   */
  record Joined(Duration at, String who, String displayName) implements ParticipantEvent {
    @Override
    public String name() {
      return "participant.joined";
    }
  }

  /** Someone has left. */
  record Left(Duration at, String who) implements ParticipantEvent {
    @Override
    public String name() {
      return "participant.left";
    }
  }

  /** Someone began or stopped speaking, or has been silent for long. */
  record StateChanged(Duration at, String who, ParticipantState to) implements ParticipantEvent {
    @Override
    public String name() {
      return "participant.state";
    }
  }

  /** A stretch of speech without words is over. */
  record Noise(Duration at, String who) implements ParticipantEvent {
    @Override
    public String name() {
      return "speech.noise";
    }
  }

  /**
   * Someone spoke while the agent had the floor, and this came of it.
   *
   * @param verdict whether they got the floor
   */
  record Interruption(Duration at, String who, Verdict verdict) implements ParticipantEvent {
    @Override
    public String name() {
      return "interruption";
    }
  }

  /** What came of speech over the agent. */
  enum Verdict {
    /** The agent gave the floor away. */
    TAKEN,
    /** The listener only showed that they listen. */
    BACKCHANNEL,
    /** There were no words. */
    FALSE_ALARM
  }
}
