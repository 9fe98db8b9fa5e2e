package dev.parley;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** When a turn is over, and whose turns are answered. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class TurnPolicy {
  private final Endpointing endpointing;
  private final Duration endOfTurnSilence;
  private final Duration maxEndOfTurnSilence;
  private final Floor floor;
  private final List<String> agentNames;
  private final @Nullable Duration userAway;
  private final Duration lastWordsWait;

  private TurnPolicy(Builder builder) {
    this.endpointing = builder.endpointing;
    this.endOfTurnSilence = builder.endOfTurnSilence;
    this.maxEndOfTurnSilence = builder.maxEndOfTurnSilence;
    this.floor = builder.floor;
    this.agentNames = builder.agentNames;
    this.userAway = builder.userAway;
    this.lastWordsWait = builder.lastWordsWait;
  }

  /** Returns the defaults. */
  public static TurnPolicy defaults() {
    return builder().build();
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with these values. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.endpointing = endpointing;
    builder.endOfTurnSilence = endOfTurnSilence;
    builder.maxEndOfTurnSilence = maxEndOfTurnSilence;
    builder.floor = floor;
    builder.agentNames = agentNames;
    builder.userAway = userAway;
    builder.lastWordsWait = lastWordsWait;
    return builder;
  }

  /** Who decides that a turn is over; default {@code AUTO}. */
  public Endpointing endpointing() {
    return endpointing;
  }

  /**
   * How long a speaker who has finished is silent before the turn is over, from the end of the
   * sound; default 300 ms.
   */
  public Duration endOfTurnSilence() {
    return endOfTurnSilence;
  }

  /**
   * The longest wait, when the thought looks unfinished or the transcript is late; default 2.5 s.
   */
  public Duration maxEndOfTurnSilence() {
    return maxEndOfTurnSilence;
  }

  /** Whose turns are answered; default everyone's. */
  public Floor floor() {
    return floor;
  }

  /**
   * How the agent is addressed, for {@link Floor#addressed}; default the agent's name in the room.
   */
  public List<String> agentNames() {
    return agentNames;
  }

  /** After how much silence on both sides people count as away, or null: never; default 15 s. */
  public @Nullable Duration userAway() {
    return userAway;
  }

  /** How long a push-to-talk commit and a close wait for a transcript on its way; default 2 s. */
  public Duration lastWordsWait() {
    return lastWordsWait;
  }

  /** Who decides that a turn is over. */
  public enum Endpointing {
    /** The recogniser if it can, otherwise silence. */
    AUTO,
    /** The recogniser. */
    STT,
    /**
     * Silence as the voice activity detector hears it, graded by a turn detector if there is one.
     */
    VAD,
    /** The application or a talk button. */
    MANUAL
  }

  /** Builds policies. Not thread-safe. */
  public static final class Builder {
    private Endpointing endpointing = Endpointing.AUTO;
    private Duration endOfTurnSilence = Duration.ofMillis(300);
    private Duration maxEndOfTurnSilence = Duration.ofMillis(2_500);
    private Floor floor = Floor.everyone();
    private List<String> agentNames = List.of();
    private @Nullable Duration userAway = Duration.ofSeconds(15);
    private Duration lastWordsWait = Duration.ofSeconds(2);

    private Builder() {}

    /** Sets this: who decides that a turn is over; default {@code AUTO}. */
    public Builder endpointing(Endpointing endpointing) {
      this.endpointing = endpointing;
      return this;
    }

    /**
     * Sets this: how long a speaker who has finished is silent before the turn is over, from the
     * end of the sound; default 300 ms.
     */
    public Builder endOfTurnSilence(Duration endOfTurnSilence) {
      Checks.notNegative("endOfTurnSilence", endOfTurnSilence);
      this.endOfTurnSilence = endOfTurnSilence;
      return this;
    }

    /**
     * Sets this: the longest wait, when the thought looks unfinished or the transcript is late;
     * default 2.5 s.
     */
    public Builder maxEndOfTurnSilence(Duration maxEndOfTurnSilence) {
      Checks.notNegative("maxEndOfTurnSilence", maxEndOfTurnSilence);
      this.maxEndOfTurnSilence = maxEndOfTurnSilence;
      return this;
    }

    /** Sets this: whose turns are answered; default everyone's. */
    public Builder floor(Floor floor) {
      this.floor = floor;
      return this;
    }

    /**
     * Sets this: how the agent is addressed, for {@link Floor#addressed}; default the agent's name
     * in the room.
     */
    public Builder agentNames(List<String> agentNames) {
      this.agentNames = agentNames;
      return this;
    }

    /**
     * Sets this: after how much silence on both sides people count as away, or null: never; default
     * 15 s.
     */
    public Builder userAway(@Nullable Duration userAway) {
      this.userAway = userAway;
      return this;
    }

    /**
     * Sets this: how long a push-to-talk commit and a close wait for a transcript on its way;
     * default 2 s.
     */
    public Builder lastWordsWait(Duration lastWordsWait) {
      Checks.notNegative("lastWordsWait", lastWordsWait);
      this.lastWordsWait = lastWordsWait;
      return this;
    }

    /** Builds the policy. */
    public TurnPolicy build() {
      return new TurnPolicy(this);
    }
  }
}
