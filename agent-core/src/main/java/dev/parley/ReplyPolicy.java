package dev.parley;

import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** How replies are made. Immutable. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ReplyPolicy {
  private final boolean speculation;
  private final int maxSpeculations;
  private final Duration stableAfter;
  private final int maxToolSteps;
  private final Duration brainTimeout;
  private final Duration slowAfter;
  private final @Nullable String filler;
  private final @Nullable String apology;

  private ReplyPolicy(Builder builder) {
    this.speculation = builder.speculation;
    this.maxSpeculations = builder.maxSpeculations;
    this.stableAfter = builder.stableAfter;
    this.maxToolSteps = builder.maxToolSteps;
    this.brainTimeout = builder.brainTimeout;
    this.slowAfter = builder.slowAfter;
    this.filler = builder.filler;
    this.apology = builder.apology;
  }

  /** Returns the defaults. */
  public static ReplyPolicy defaults() {
    return builder().build();
  }

  /** Returns a builder with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a builder with these values. */
  public Builder toBuilder() {
    var builder = new Builder();
    builder.speculation = speculation;
    builder.maxSpeculations = maxSpeculations;
    builder.stableAfter = stableAfter;
    builder.maxToolSteps = maxToolSteps;
    builder.brainTimeout = brainTimeout;
    builder.slowAfter = slowAfter;
    builder.filler = filler;
    builder.apology = apology;
    return builder;
  }

  /** Whether the agent starts to think at a stable interim that looks finished; default true. */
  public boolean speculation() {
    return speculation;
  }

  /** How many such tries a turn may have; default 3. */
  public int maxSpeculations() {
    return maxSpeculations;
  }

  /** How long an interim must have stood to be stable; default 200 ms. */
  public Duration stableAfter() {
    return stableAfter;
  }

  /**
   * How many times in one reply tools may be run before the brain must answer without; default 3.
   */
  public int maxToolSteps() {
    return maxToolSteps;
  }

  /** How long the brain may be silent before it counts as failed; default 10 s. */
  public Duration brainTimeout() {
    return brainTimeout;
  }

  /** After how long without a first token a reply is slow; default 1.2 s. */
  public Duration slowAfter() {
    return slowAfter;
  }

  /** What the agent says when a reply is slow, or null: nothing; default nothing. */
  public @Nullable String filler() {
    return filler;
  }

  /** What the agent says when no brain answers, or null: nothing; default a sentence in English. */
  public @Nullable String apology() {
    return apology;
  }

  /** Builds policies. Not thread-safe. */
  public static final class Builder {
    private boolean speculation = true;
    private int maxSpeculations = 3;
    private Duration stableAfter = Duration.ofMillis(200);
    private int maxToolSteps = 3;
    private Duration brainTimeout = Duration.ofSeconds(10);
    private Duration slowAfter = Duration.ofMillis(1_200);
    private @Nullable String filler;
    private @Nullable String apology = "Sorry, I cannot answer right now. Please ask me again.";

    private Builder() {}

    /**
     * Sets this: whether the agent starts to think at a stable interim that looks finished; default
     * true.
     */
    public Builder speculation(boolean speculation) {
      this.speculation = speculation;
      return this;
    }

    /** Sets this: how many such tries a turn may have; default 3. */
    public Builder maxSpeculations(int maxSpeculations) {
      this.maxSpeculations = maxSpeculations;
      return this;
    }

    /** Sets this: how long an interim must have stood to be stable; default 200 ms. */
    public Builder stableAfter(Duration stableAfter) {
      Checks.notNegative("stableAfter", stableAfter);
      this.stableAfter = stableAfter;
      return this;
    }

    /**
     * Sets this: how many times in one reply tools may be run before the brain must answer without;
     * default 3.
     */
    public Builder maxToolSteps(int maxToolSteps) {
      this.maxToolSteps = maxToolSteps;
      return this;
    }

    /** Sets this: how long the brain may be silent before it counts as failed; default 10 s. */
    public Builder brainTimeout(Duration brainTimeout) {
      Checks.notNegative("brainTimeout", brainTimeout);
      this.brainTimeout = brainTimeout;
      return this;
    }

    /** Sets this: after how long without a first token a reply is slow; default 1.2 s. */
    public Builder slowAfter(Duration slowAfter) {
      Checks.notNegative("slowAfter", slowAfter);
      this.slowAfter = slowAfter;
      return this;
    }

    /** Sets this: what the agent says when a reply is slow, or null: nothing; default nothing. */
    public Builder filler(@Nullable String filler) {
      this.filler = filler;
      return this;
    }

    /**
     * Sets this: what the agent says when no brain answers, or null: nothing; default a sentence in
     * English.
     */
    public Builder apology(@Nullable String apology) {
      this.apology = apology;
      return this;
    }

    /** Builds the policy. */
    public ReplyPolicy build() {
      return new ReplyPolicy(this);
    }
  }
}
