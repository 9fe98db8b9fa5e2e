package dev.parley.agora.simulator;

import dev.parley.agora.simulator.engine.World;
import dev.parley.agora.simulator.engine.Worlds;
import dev.parley.agora.simulator.settings.SimulatedProject;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.strict.CallbackTimes;
import dev.parley.agora.simulator.strict.SimulatorStrictness;
import dev.parley.agora.simulator.time.ManualTime;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * A simulated Agora: services made while it is open belong to it. One at a time in a process, as
 * with the real SDK. Thread-safe.
 *
 * <pre>{@code
 * try (SimulatedAgora agora = SimulatedAgora.openManual()) {
 *   SimulatedPerson alice = agora.channel("room").join("1001");
 *   // start the code under test, which uses io.agora.rtc
 *   alice.say(SpeechClip.ofWav(question));
 *   agora.advance(Duration.ofSeconds(5));
 *   assertThat(alice.heard("9999").sound()).isPositive();
 * }
 * }</pre>
 *
 * <p>Closing it fails the test when the SDK was misused. Services of programs that never open one
 * belong to a standing simulated Agora in real time, which logs misuse and fails nothing.
 */
public final class SimulatedAgora implements AutoCloseable {
  private final World world;
  private final boolean owned;

  private SimulatedAgora(World world, boolean owned) {
    this.world = world;
    this.owned = owned;
  }

  /** Opens one in real time: every connection has threads of its own. */
  public static SimulatedAgora open() {
    return open(SimulatorOptions.builder().build());
  }

  /** Opens one whose time only passes with {@link #advance}; callbacks run on that thread. */
  public static SimulatedAgora openManual() {
    return open(SimulatorOptions.builder().time(new ManualTime()).build());
  }

  /**
   * Opens one with options.
   *
   * @throws IllegalStateException when another one is open
   */
  public static SimulatedAgora open(SimulatorOptions options) {
    return new SimulatedAgora(Worlds.open(options), true);
  }

  /** Returns the one that is open, or the standing one; closing what is returned does nothing. */
  public static SimulatedAgora current() {
    return new SimulatedAgora(Worlds.current(), false);
  }

  /** Returns the channel of this name; it need not be in use. */
  public SimulatedChannel channel(String name) {
    return new SimulatedChannel(world.channel(name));
  }

  /** Adds a project. From the first one on, other app ids are refused. */
  public void addProject(SimulatedProject project) {
    world.run(() -> world.admission().add(project));
  }

  /** Returns all connections that have not been destroyed. */
  public List<SimulatedConnection> connections() {
    return world.connections().stream().map(SimulatedConnection::new).toList();
  }

  /** Returns what was done wrong with the SDK so far. */
  public SimulatorStrictness strictness() {
    return world.strictness();
  }

  /** Returns how long callbacks were held so far. */
  public CallbackTimes callbackTimes() {
    return world.callbackTimes();
  }

  /** Returns how much time has passed since the opening. */
  public Duration elapsed() {
    return world.elapsed();
  }

  /**
   * Lets time pass and runs what becomes due, callbacks included, on this thread.
   *
   * @throws IllegalStateException when the time is not a {@link ManualTime}
   */
  public void advance(Duration duration) {
    if (!(world.time() instanceof ManualTime manual)) {
      throw new IllegalStateException(
          "time passes by itself or belongs to somebody else; open with a ManualTime to advance it");
    }
    manual.advance(duration);
  }

  /**
   * Waits until a condition holds; it is asked whenever something has happened.
   *
   * @throws AssertionError when {@code limit}, in real time, is over
   */
  public void await(String what, BooleanSupplier condition, Duration limit) {
    if (!world.await(condition, limit)) {
      throw new AssertionError("waited for " + limit + " in vain: " + what);
    }
  }

  /**
   * Ends everything in it and every thread of it. Calling it again does nothing.
   *
   * @throws AssertionError when the SDK was misused and nobody took the violations out
   */
  @Override
  public void close() {
    if (owned && world.close()) {
      Worlds.retire(world);
      world.strictness().assertClean();
    }
  }
}
