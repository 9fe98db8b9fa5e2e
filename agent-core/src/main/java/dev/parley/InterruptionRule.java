package dev.parley;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of speech over the agent in one situation. Steps count voice from the moment speech
 * was detected. Immutable.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class InterruptionRule {
  private final boolean enabled;
  private final @Nullable Duration duckAfter;
  private final @Nullable Duration pauseAfter;
  private final @Nullable Duration interruptAfter;
  private final int minWords;
  private final Duration resumeAfter;

  private InterruptionRule(Builder builder) {
    this.enabled = builder.enabled;
    this.duckAfter = builder.duckAfter;
    this.pauseAfter = builder.pauseAfter;
    this.interruptAfter = builder.interruptAfter;
    this.minWords = builder.minWords;
    this.resumeAfter = builder.resumeAfter;
  }

  /** Returns the defaults. */
  public static InterruptionRule defaults() {
    return builder().build();
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with these values. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.enabled = enabled;
    builder.duckAfter = duckAfter;
    builder.pauseAfter = pauseAfter;
    builder.interruptAfter = interruptAfter;
    builder.minWords = minWords;
    builder.resumeAfter = resumeAfter;
    return builder;
  }

  /** Whether the floor can be taken at all; default true. */
  public boolean enabled() {
    return enabled;
  }

  /** After how much voice the agent lowers its voice, or null: never; default at once. */
  public @Nullable Duration duckAfter() {
    return duckAfter;
  }

  /**
   * After how much voice the agent falls silent, ready to go on, or null: never; default 250 ms.
   */
  public @Nullable Duration pauseAfter() {
    return pauseAfter;
  }

  /**
   * After how much voice the speaker has the floor even if no word was understood yet, or null:
   * never; default 600 ms.
   */
  public @Nullable Duration interruptAfter() {
    return interruptAfter;
  }

  /** How many words it takes, backchannels not counted; above 0 only words interrupt; default 0. */
  public int minWords() {
    return minWords;
  }

  /** After how much silence without a word it was a false alarm; default 1.5 s. */
  public Duration resumeAfter() {
    return resumeAfter;
  }

  /** Builds policies. Not thread-safe. */
  public static final class Builder {
    private boolean enabled = true;
    private @Nullable Duration duckAfter = Duration.ZERO;
    private @Nullable Duration pauseAfter = Duration.ofMillis(250);
    private @Nullable Duration interruptAfter = Duration.ofMillis(600);
    private int minWords = 0;
    private Duration resumeAfter = Duration.ofMillis(1_500);

    private Builder() {}

    /** Sets this: whether the floor can be taken at all; default true. */
    public Builder enabled(boolean enabled) {
      this.enabled = enabled;
      return this;
    }

    /**
     * Sets this: after how much voice the agent lowers its voice, or null: never; default at once.
     */
    public Builder duckAfter(@Nullable Duration duckAfter) {
      this.duckAfter = duckAfter;
      return this;
    }

    /**
     * Sets this: after how much voice the agent falls silent, ready to go on, or null: never;
     * default 250 ms.
     */
    public Builder pauseAfter(@Nullable Duration pauseAfter) {
      this.pauseAfter = pauseAfter;
      return this;
    }

    /**
     * Sets this: after how much voice the speaker has the floor even if no word was understood yet,
     * or null: never; default 600 ms.
     */
    public Builder interruptAfter(@Nullable Duration interruptAfter) {
      this.interruptAfter = interruptAfter;
      return this;
    }

    /**
     * Sets this: how many words it takes, backchannels not counted; above 0 only words interrupt;
     * default 0.
     */
    public Builder minWords(int minWords) {
      if (minWords < 0) {
        throw new IllegalArgumentException("minWords is " + minWords + ", must not be negative");
      }
      this.minWords = minWords;
      return this;
    }

    /** Sets this: after how much silence without a word it was a false alarm; default 1.5 s. */
    public Builder resumeAfter(Duration resumeAfter) {
      Checks.notNegative("resumeAfter", resumeAfter);
      this.resumeAfter = resumeAfter;
      return this;
    }

    /** Builds the policy. */
    public InterruptionRule build() {
      return new InterruptionRule(this);
    }
  }
}
