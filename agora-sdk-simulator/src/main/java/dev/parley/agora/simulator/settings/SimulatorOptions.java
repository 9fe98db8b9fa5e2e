package dev.parley.agora.simulator.settings;

import dev.parley.agora.simulator.time.SimulatorTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How a simulated Agora behaves. Immutable. */
public final class SimulatorOptions {
  private final @Nullable SimulatorTime time;
  private final Timings timings;
  private final NetworkConditions conditions;
  private final DataLimits dataLimits;
  private final Duration callbackLimit;
  private final boolean concurrentCallbacks;
  private final boolean sameUidShares;
  private final long seed;
  private final @Nullable Instant startsAt;

  private SimulatorOptions(Builder builder) {
    time = builder.time;
    timings = builder.timings;
    conditions = builder.conditions;
    dataLimits = builder.dataLimits;
    callbackLimit = builder.callbackLimit;
    concurrentCallbacks = builder.concurrentCallbacks;
    sameUidShares = builder.sameUidShares;
    seed = builder.seed;
    startsAt = builder.startsAt;
  }

  /** Returns a builder with the defaults: real time and a perfect network. */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns the time, or new real time when none was set. */
  public SimulatorTime time() {
    return time != null ? time : SimulatorTime.real();
  }

  /** Returns how long what takes. */
  public Timings timings() {
    return timings;
  }

  /** Returns the network of users who have no conditions of their own. */
  public NetworkConditions conditions() {
    return conditions;
  }

  /** Returns what may be sent as data messages. */
  public DataLimits dataLimits() {
    return dataLimits;
  }

  /** Returns how long a callback may be held before it is a violation. */
  public Duration callbackLimit() {
    return callbackLimit;
  }

  /** Returns whether audio callbacks may run at the same time as the other callbacks. */
  public boolean concurrentCallbacks() {
    return concurrentCallbacks;
  }

  /**
   * Returns whether two users with one uid share a channel, instead of the older one being ended.
   */
  public boolean sameUidShares() {
    return sameUidShares;
  }

  /** Returns the seed of uids, losses and jitter. */
  public long seed() {
    return seed;
  }

  /** Returns the calendar time at which the simulation starts; tokens are checked against it. */
  public Instant startsAt() {
    return startsAt != null ? startsAt : SimulatorTime.calendar();
  }

  /** Collects options. Not thread-safe. */
  public static final class Builder {
    private @Nullable SimulatorTime time;
    private Timings timings = Timings.DEFAULT;
    private NetworkConditions conditions = NetworkConditions.PERFECT;
    private DataLimits dataLimits = DataLimits.CURRENT;
    private Duration callbackLimit = Duration.ofMillis(250);
    private boolean concurrentCallbacks;
    private boolean sameUidShares;
    private long seed = 42;
    private @Nullable Instant startsAt;

    private Builder() {}

    /** Sets the time; default real time. */
    public Builder time(SimulatorTime time) {
      this.time = Objects.requireNonNull(time, "time");
      return this;
    }

    /** Sets how long what takes; default {@link Timings#DEFAULT}. */
    public Builder timings(Timings timings) {
      this.timings = Objects.requireNonNull(timings, "timings");
      return this;
    }

    /** Sets the network; default {@link NetworkConditions#PERFECT}. */
    public Builder conditions(NetworkConditions conditions) {
      this.conditions = Objects.requireNonNull(conditions, "conditions");
      return this;
    }

    /** Sets what may be sent as data messages; default {@link DataLimits#CURRENT}. */
    public Builder dataLimits(DataLimits dataLimits) {
      this.dataLimits = Objects.requireNonNull(dataLimits, "dataLimits");
      return this;
    }

    /**
     * Sets how long a callback may work and wait, in real time; default 250 ms. Time in which the
     * machine is busy elsewhere does not count, up to twenty times the limit.
     */
    public Builder callbackLimit(Duration callbackLimit) {
      if (callbackLimit.isNegative() || callbackLimit.isZero()) {
        throw new IllegalArgumentException(
            "callbackLimit is " + callbackLimit + ", must be more than zero");
      }
      this.callbackLimit = callbackLimit;
      return this;
    }

    /**
     * Lets audio callbacks run while another callback of the connection runs; default false: one at
     * a time, so that a blocked callback delays everything of its connection.
     */
    public Builder concurrentCallbacks(boolean concurrentCallbacks) {
      this.concurrentCallbacks = concurrentCallbacks;
      return this;
    }

    /** Lets two users with one uid share a channel, as older native builds do; default false. */
    public Builder sameUidShares(boolean sameUidShares) {
      this.sameUidShares = sameUidShares;
      return this;
    }

    /** Sets the seed of uids, losses and jitter; default 42. */
    public Builder seed(long seed) {
      this.seed = seed;
      return this;
    }

    /** Sets the calendar time at which the simulation starts; default now. */
    public Builder startsAt(Instant startsAt) {
      this.startsAt = Objects.requireNonNull(startsAt, "startsAt");
      return this;
    }

    /** Returns the options. */
    public SimulatorOptions build() {
      return new SimulatorOptions(this);
    }
  }
}
