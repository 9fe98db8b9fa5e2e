package dev.parley.testkit;

import dev.parley.AgentException;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginMetric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * What a stream told its listener, call by call, and whether it kept the rules: one call at a time,
 * nothing after {@code closed}, {@code closed} once. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CallLog {
  private static final int MOST_ROUNDS = 3_000;
  private static final Duration ROUND = Duration.ofMillis(10);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<String> calls = new ArrayList<>();
  private final List<String> violations = new ArrayList<>();
  private final List<AgentException> errors = new ArrayList<>();
  private final List<PluginMetric> metrics = new ArrayList<>();
  private final Map<String, Runnable> reactions = new HashMap<>();
  private final @Nullable ManualClock clock;
  private @Nullable CloseReason reason;
  private @Nullable Thread caller;

  CallLog(@Nullable ManualClock clock) {
    this.clock = clock;
  }

  /** Writes a call down; {@code keep} stores what came with it. */
  void write(String call, Runnable keep) {
    Runnable reaction = enter(call, keep);
    try {
      reaction.run();
    } finally {
      leave();
    }
  }

  private Runnable enter(String call, Runnable keep) {
    lock.lock();
    try {
      check(call);
      caller = Thread.currentThread();
      calls.add(call);
      keep.run();
      changed.signalAll();
      Runnable reaction = reactions.remove(call);
      return reaction == null ? () -> {} : reaction;
    } finally {
      lock.unlock();
    }
  }

  private void check(String call) {
    if (reason != null) {
      violations.add(call + " came after closed");
    }
    if (caller != null && caller != Thread.currentThread()) {
      violations.add(call + " came while another call was under way");
    }
  }

  private void leave() {
    lock.lock();
    try {
      caller = null;
    } finally {
      lock.unlock();
    }
  }

  void error(AgentException error) {
    write("error", () -> errors.add(error));
  }

  void metric(PluginMetric metric) {
    write("metric", () -> metrics.add(metric));
  }

  void closed(CloseReason closeReason) {
    write("closed", () -> reason = closeReason);
  }

  /** Runs {@code reaction} within the next call of this name, on the stream's own thread; once. */
  public void onNext(String call, Runnable reaction) {
    lock.lock();
    try {
      reactions.put(call, reaction);
    } finally {
      lock.unlock();
    }
  }

  /**
   * The names of all calls so far, in order: {@code onFinal} is {@code final}, {@code onClosed} is
   * {@code closed}.
   */
  public List<String> calls() {
    return read(() -> List.copyOf(calls));
  }

  /** The names of all calls so far but {@code metric}, which a plugin may make at any time. */
  public List<String> results() {
    return calls().stream().filter(call -> !call.equals("metric")).toList();
  }

  /** How often a call of this name has come. */
  public int count(String call) {
    return (int) calls().stream().filter(call::equals).count();
  }

  /** What came with {@code onError}. */
  public List<AgentException> errors() {
    return read(() -> List.copyOf(errors));
  }

  /** What came with {@code onMetric}. */
  public List<PluginMetric> metrics() {
    return read(() -> List.copyOf(metrics));
  }

  /** Why the stream ended; empty while it is open. */
  public Optional<CloseReason> closeReason() {
    return read(() -> Optional.ofNullable(reason));
  }

  /** Which rules the stream broke, in words; empty when it is well behaved. */
  public List<String> violations() {
    return read(() -> List.copyOf(violations));
  }

  <T> T read(Supplier<T> reader) {
    lock.lock();
    try {
      return reader.get();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits for {@code onClosed}, half a minute at most. @throws AssertionError when it does not come
   */
  public CloseReason awaitClosed() {
    await("closed", () -> closeReason().isPresent());
    return closeReason().orElseThrow();
  }

  /**
   * Waits for the {@code times}-th call of this name, half a minute at most. @throws AssertionError
   * when it does not come
   */
  public void awaitCall(String call, int times) {
    await(times + " of " + call, () -> count(call) >= times);
  }

  /**
   * Waits until a condition holds, half a minute at most: of real time, or of the manual clock's,
   * which is moved then.
   *
   * @param what is waited for, for the message
   * @throws AssertionError when it does not come true
   */
  public void await(String what, BooleanSupplier condition) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (condition.getAsBoolean()) {
        return; // not asked again: it may be an attempt, such as offering a frame
      }
      letPass(ROUND);
    }
    throw new AssertionError("waited in vain for " + what + "; the calls were " + calls());
  }

  /** Lets time pass, so that what must not come has had its chance. */
  public void letPass(Duration duration) {
    if (clock != null) {
      clock.advance(duration);
      return;
    }
    lock.lock();
    try {
      long left = duration.toNanos();
      while (left > 0) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while waiting", e);
    } finally {
      lock.unlock();
    }
  }
}
