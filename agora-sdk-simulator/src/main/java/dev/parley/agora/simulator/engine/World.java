package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.strict.CallbackTimes;
import dev.parley.agora.simulator.strict.SimulatorStrictness;
import dev.parley.agora.simulator.strict.ViolationKind;
import dev.parley.agora.simulator.time.SimulatorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One simulated Agora: its channels, services and time. One lock guards all of its state; callbacks
 * never run while it is held.
 */
public final class World {
  // A condition may also depend on what callbacks did, which nobody here is told of.
  private static final long LONGEST_PAUSE_NANOS = Duration.ofMillis(10).toNanos();

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final SimulatorOptions options;
  private final SimulatorTime time;
  private final long startNanos;
  private final long startEpochMillis;
  private final Random random;
  private final SimulatorStrictness strictness = new SimulatorStrictness();
  private final CallbackTimes callbackTimes = new CallbackTimes();
  private final Admission admission = new Admission();
  private final Map<String, Channel> channels = new LinkedHashMap<>();
  private final List<ServiceSession> services = new ArrayList<>();
  private final Heartbeat heartbeat;
  private int lastConnectionId;
  private boolean closed;

  /** Opens a world. */
  public World(SimulatorOptions options) {
    this.options = options;
    time = options.time();
    startNanos = time.nanoTime();
    startEpochMillis = options.startsAt().toEpochMilli();
    random = new Random(options.seed());
    heartbeat = new Heartbeat(this);
  }

  /** Returns how this world behaves. */
  public SimulatorOptions options() {
    return options;
  }

  /** Returns the time of this world. */
  public SimulatorTime time() {
    return time;
  }

  /** Returns what was done wrong in this world. */
  public SimulatorStrictness strictness() {
    return strictness;
  }

  /** Returns how long callbacks were held in this world. */
  public CallbackTimes callbackTimes() {
    return callbackTimes;
  }

  /** Returns who is let in. Use it under the lock. */
  public Admission admission() {
    return admission;
  }

  /** Runs {@code body} under the lock. */
  public <T> T locked(Supplier<T> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      release();
    }
  }

  /** Runs {@code body} under the lock. */
  public void run(Runnable body) {
    lock.lock();
    try {
      body.run();
    } finally {
      release();
    }
  }

  // Only the outermost release tells those who wait; asking their conditions must not wake others.
  private void release() {
    if (lock.getHoldCount() == 1) {
      changed.signalAll();
    }
    lock.unlock();
  }

  /** Waits until a condition holds, for so long in real time at most. Takes the lock. */
  public boolean await(BooleanSupplier condition, Duration limit) {
    lock.lock();
    try {
      long left = limit.toNanos();
      boolean holds = condition.getAsBoolean();
      while (!holds && left > 0) {
        long pause = Math.min(left, LONGEST_PAUSE_NANOS);
        left -= pause - changed.awaitNanos(pause);
        holds = condition.getAsBoolean();
      }
      return holds;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  /** Runs {@code task} under the lock after {@code delay}. */
  SimulatorTime.Timer after(Duration delay, Runnable task) {
    return time.schedule(delay, () -> guarded(() -> run(task)));
  }

  /** Runs {@code task} soon, without the lock. */
  void soon(Runnable task) {
    time.schedule(Duration.ZERO, () -> guarded(task));
  }

  // A task that fails would be lost in the timer's thread and the test would only see silence.
  private void guarded(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      strictness.record(ViolationKind.SIMULATOR_FAULT, "simulator", e.toString(), e);
    }
  }

  /** Returns how long ago this world was opened. */
  public Duration elapsed() {
    return Duration.ofNanos(time.nanoTime() - startNanos);
  }

  /** Returns how long after the opening a moment of the time is. */
  Duration elapsedAt(long nanoTime) {
    return Duration.ofNanos(nanoTime - startNanos);
  }

  /** Returns the calendar time of this world. */
  long epochMillis() {
    return startEpochMillis + elapsed().toMillis();
  }

  /** Returns the channel of this name; makes it if it is not there. */
  public Channel channel(String name) {
    return locked(() -> channels.computeIfAbsent(name, n -> new Channel(this, n)));
  }

  /** Returns all connections that are not destroyed. */
  public List<Connection> connections() {
    return locked(() -> services.stream().flatMap(s -> s.connections().stream()).toList());
  }

  List<Channel> channels() {
    return List.copyOf(channels.values());
  }

  Random random() {
    return random;
  }

  Heartbeat heartbeat() {
    return heartbeat;
  }

  int nextConnectionId() {
    return ++lastConnectionId;
  }

  void add(ServiceSession service) {
    services.add(service);
  }

  void remove(ServiceSession service) {
    services.remove(service);
  }

  List<ServiceSession> services() {
    return List.copyOf(services);
  }

  /**
   * Records what was left behind and ends every thread and timer. Returns false, and does nothing,
   * when it was closed before.
   */
  public boolean close() {
    if (!locked(this::markClosed)) {
      return false;
    }
    connections().forEach(connection -> connection.callbacks().awaitIdle());
    locked(this::services).forEach(ServiceSession::abandon);
    time.close();
    return true;
  }

  private boolean markClosed() {
    boolean first = !closed;
    closed = true;
    return first;
  }
}
