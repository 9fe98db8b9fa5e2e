package dev.parley;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** What becomes of a reply. Greetings and what the application says are replies too. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public interface ReplyEvent extends AgentEvent {
  /** The number of the reply, from 1. */
  int reply();

  /**
   * The brain was asked.
   *
   * @param turn the turn that is answered, 0 when the application asked
   * @param speculative whether the turn may not be over yet
   */
  record Asked(Duration at, int reply, int turn, boolean speculative) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.asked";
    }
  }

  /** A speculation came true. */
  record Promoted(Duration at, int reply) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.promoted";
    }
  }

  /** The brain's first text has come. */
  record FirstToken(Duration at, int reply) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.firstToken";
    }
  }

  /** The first piece of text was handed to the voice. */
  record FirstText(Duration at, int reply) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.firstText";
    }
  }

  /**
   * A piece of text was handed to the voice; pieces joined are what will be said, unless something
   * cuts it.
   *
   * @param text the piece, with the blanks that join it to the next
   */
  record Text(Duration at, int reply, String text) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.text";
    }
  }

  /** The voice's first audio has come. */
  record FirstAudio(Duration at, int reply) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.firstAudio";
    }
  }

  /** Its first frame went into the room. */
  record Speaking(Duration at, int reply) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.speaking";
    }
  }

  /** It waits with its first sound because someone speaks. */
  record Held(Duration at, int reply, Duration played) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.held";
    }
  }

  /** It may sound after all. */
  record Released(Duration at, int reply, Duration played) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.released";
    }
  }

  /** It goes on in a lower voice. */
  record Ducked(Duration at, int reply, Duration played) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.ducked";
    }
  }

  /** It has fallen silent and may go on. */
  record Paused(Duration at, int reply, Duration played) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.paused";
    }
  }

  /** It goes on in full voice. */
  record Resumed(Duration at, int reply, Duration played) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.resumed";
    }
  }

  /** It takes long. */
  record Slow(Duration at, int reply) implements ReplyEvent {
    @Override
    public String name() {
      return "reply.slow";
    }
  }

  /**
   * It is over; comes exactly once for each reply.
   *
   * @param heard what was heard of it
   * @param played how much audio of it was heard
   */
  record Ended(Duration at, int reply, ReplyOutcome outcome, String heard, Duration played)
      implements ReplyEvent {
    @Override
    public String name() {
      return "reply.ended";
    }
  }

  /**
   * The parts of the time between the user's last sound and the agent's first; they add up to
   * {@code total}.
   *
   * @param endpointing from the last sound to the end of the turn
   * @param thinking to the first token; null, like the next two, for what needed none
   * @param phrasing to the first text at the voice
   * @param synthesis to the first audio
   * @param playout to the first frame in the room
   * @param engine what Parley itself added to these
   * @param total all of it
   */
  record Latency(
      Duration at,
      int reply,
      Duration endpointing,
      @Nullable Duration thinking,
      @Nullable Duration phrasing,
      @Nullable Duration synthesis,
      Duration playout,
      Duration engine,
      Duration total)
      implements ReplyEvent {
    @Override
    public String name() {
      return "metric.reply";
    }
  }
}
