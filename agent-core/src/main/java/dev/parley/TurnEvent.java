package dev.parley;

import java.time.Duration;
import org.apiguardian.api.API;

/** What becomes of a turn. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface TurnEvent extends AgentEvent {
  /** The id of the participant whose turn it is. */
  String who();

  /** The number of the turn, from 1. */
  int turn();

  /** The whole text of the turn as known now. */
  String text();

  /** The text so far; it may still change. */
  record Interim(Duration at, String who, int turn, String text) implements TurnEvent {
    @Override
    public String name() {
      return "turn.interim";
    }
  }

  /** A stretch of it is final. */
  record Final(Duration at, String who, int turn, String text) implements TurnEvent {
    @Override
    public String name() {
      return "turn.final";
    }
  }

  /**
   * The turn is over. Comes again, with the whole text, when late words reopened the turn.
   *
   * @param by who decided
   */
  record Ended(Duration at, String who, int turn, String text, By by) implements TurnEvent {
    @Override
    public String name() {
      return "turn.ended";
    }
  }

  /** Who decides that a turn is over. */
  enum By {
    /** The recogniser. */
    STT,
    /** Silence. */
    VAD,
    /** The turn detector. */
    DETECTOR,
    /** The application or a talk button. */
    MANUAL,
    /** It was typed. */
    TEXT,
    /** The longest wait. */
    LIMIT,
    /** Its speaker left. */
    LEFT
  }
}
