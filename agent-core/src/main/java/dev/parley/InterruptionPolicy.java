package dev.parley;

import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Who may take the floor from the agent, and when. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InterruptionPolicy {
  private final InterruptionRule speaking;
  private final @Nullable InterruptionRule thinking;
  private final @Nullable InterruptionRule firstSecond;
  private final @Nullable InterruptionRule toolRunning;
  private final List<String> backchannels;
  private final Duration echoWarmUp;
  private final double duckDecibels;

  private InterruptionPolicy(Builder builder) {
    this.speaking = builder.speaking;
    this.thinking = builder.thinking;
    this.firstSecond = builder.firstSecond;
    this.toolRunning = builder.toolRunning;
    this.backchannels = builder.backchannels;
    this.echoWarmUp = builder.echoWarmUp;
    this.duckDecibels = builder.duckDecibels;
  }

  /** Returns the defaults. */
  public static InterruptionPolicy defaults() {
    return builder().build();
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with these values. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.speaking = speaking;
    builder.thinking = thinking;
    builder.firstSecond = firstSecond;
    builder.toolRunning = toolRunning;
    builder.backchannels = backchannels;
    builder.echoWarmUp = echoWarmUp;
    builder.duckDecibels = duckDecibels;
    return builder;
  }

  /** The rule while the agent speaks, and in all situations that have none of their own. */
  public InterruptionRule speaking() {
    return speaking;
  }

  /** The rule while the agent thinks; default as while speaking. */
  public @Nullable InterruptionRule thinking() {
    return thinking;
  }

  /** The rule in the first second of a reply; default as while speaking. */
  public @Nullable InterruptionRule firstSecond() {
    return firstSecond;
  }

  /** The rule while a tool of the reply runs; default as while speaking or thinking. */
  public @Nullable InterruptionRule toolRunning() {
    return toolRunning;
  }

  /** Words that show that someone listens; default a list of English ones. */
  public List<String> backchannels() {
    return backchannels;
  }

  /**
   * For how long after the agent's first sound nobody can interrupt, because echo cancellers need
   * time to adapt; default none.
   */
  public Duration echoWarmUp() {
    return echoWarmUp;
  }

  /** How loud the lowered voice is; default -12 dB. */
  public double duckDecibels() {
    return duckDecibels;
  }

  /** Builds policies. Not thread-safe. */
  public static final class Builder {
    private InterruptionRule speaking = InterruptionRule.defaults();
    private @Nullable InterruptionRule thinking;
    private @Nullable InterruptionRule firstSecond;
    private @Nullable InterruptionRule toolRunning;
    private List<String> backchannels = Backchannels.ENGLISH;
    private Duration echoWarmUp = Duration.ZERO;
    private double duckDecibels = -12;

    private Builder() {}

    /**
     * Sets this: the rule while the agent speaks, and in all situations that have none of their
     * own.
     */
    public Builder speaking(InterruptionRule speaking) {
      this.speaking = speaking;
      return this;
    }

    /** Sets this: the rule while the agent thinks; default as while speaking. */
    public Builder thinking(@Nullable InterruptionRule thinking) {
      this.thinking = thinking;
      return this;
    }

    /** Sets this: the rule in the first second of a reply; default as while speaking. */
    public Builder firstSecond(@Nullable InterruptionRule firstSecond) {
      this.firstSecond = firstSecond;
      return this;
    }

    /**
     * Sets this: the rule while a tool of the reply runs; default as while speaking or thinking.
     */
    public Builder toolRunning(@Nullable InterruptionRule toolRunning) {
      this.toolRunning = toolRunning;
      return this;
    }

    /** Sets this: words that show that someone listens; default a list of English ones. */
    public Builder backchannels(List<String> backchannels) {
      backchannels = List.copyOf(backchannels);
      this.backchannels = backchannels;
      return this;
    }

    /**
     * Sets this: for how long after the agent's first sound nobody can interrupt, because echo
     * cancellers need time to adapt; default none.
     */
    public Builder echoWarmUp(Duration echoWarmUp) {
      Checks.notNegative("echoWarmUp", echoWarmUp);
      this.echoWarmUp = echoWarmUp;
      return this;
    }

    /** Sets this: how loud the lowered voice is; default -12 dB. */
    public Builder duckDecibels(double duckDecibels) {
      this.duckDecibels = duckDecibels;
      return this;
    }

    /** Builds the policy. */
    public InterruptionPolicy build() {
      return new InterruptionPolicy(this);
    }
  }
}
