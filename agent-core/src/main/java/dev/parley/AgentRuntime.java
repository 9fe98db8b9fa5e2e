package dev.parley;

import dev.parley.internal.session.RuntimeThreads;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The threads that sessions share: loops, as many as cores; one pacer; an executor for blocking
 * calls. Thread-safe.
 *
 * <p>An application that does not care uses {@link #shared}. Closing a runtime closes what it made,
 * not what it was given.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AgentRuntime implements AutoCloseable {
  private final RuntimeThreads threads;
  private final boolean shared;

  private AgentRuntime(RuntimeThreads threads, boolean shared) {
    this.threads = threads;
    this.shared = shared;
  }

  /** Returns the runtime of this JVM. Its threads are daemons; closing it does nothing. */
  public static AgentRuntime shared() {
    return Holder.SHARED;
  }

  /** Returns a builder of a runtime of its own. */
  public static Builder builder() {
    return new Builder();
  }

  /** The clock of its sessions. */
  public SessionClock clock() {
    return threads.clock();
  }

  /** Runs blocking calls: on virtual threads where there are any. */
  public Executor blocking() {
    return threads.blocking();
  }

  RuntimeThreads threads() {
    return threads;
  }

  /** Ends the threads it made. Sessions must be closed before. Idempotent. */
  @Override
  public void close() {
    if (!shared) {
      threads.close();
    }
  }

  private static final class Holder {
    static final AgentRuntime SHARED =
        new AgentRuntime(RuntimeThreads.of(SessionClock.system(), null, null, 0.2), true);
  }

  /** Builds runtimes. Not thread-safe. */
  public static final class Builder {
    private SessionClock clock = SessionClock.system();
    private @Nullable Executor loops;
    private @Nullable Executor blocking;
    private double retryJitter = 0.2;

    private Builder() {}

    /** Sets the clock; default the machine's. */
    public Builder clock(SessionClock clock) {
      this.clock = Objects.requireNonNull(clock, "clock");
      return this;
    }

    /** Sets what runs session loops; default daemon threads, as many as cores. */
    public Builder loops(Executor loops) {
      this.loops = Objects.requireNonNull(loops, "loops");
      return this;
    }

    /**
     * Sets what runs blocking calls; default virtual threads where there are any, otherwise a
     * cached pool.
     */
    public Builder blocking(Executor blocking) {
      this.blocking = Objects.requireNonNull(blocking, "blocking");
      return this;
    }

    /** Sets by how much pauses between attempts vary, 0 to 1; default 0.2. */
    public Builder retryJitter(double retryJitter) {
      if (!(retryJitter >= 0 && retryJitter <= 1)) {
        throw new IllegalArgumentException("retryJitter is " + retryJitter + ", must be 0 to 1");
      }
      this.retryJitter = retryJitter;
      return this;
    }

    /** Builds the runtime. */
    public AgentRuntime build() {
      return new AgentRuntime(RuntimeThreads.of(clock, loops, blocking, retryJitter), false);
    }
  }
}
