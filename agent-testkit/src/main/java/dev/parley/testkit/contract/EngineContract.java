package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.spi.CloseReason;
import dev.parley.spi.Engine;
import dev.parley.spi.PluginContext;
import dev.parley.testkit.CallLog;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.TestContexts;
import java.time.Duration;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What all kinds of plugins have in common. Extend the contract of the kind, not this.
 *
 * @param <E> the kind of engine
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class EngineContract<E extends Engine> {
  /** Time in which a call that must not come would have come. */
  static final Duration GRACE = Duration.ofMillis(50);

  private @Nullable E engine;
  private @Nullable PluginContext context;

  /** For the contracts of this package. */
  EngineContract() {}

  /**
   * Makes the engine under test; called once a test. Vendor plugins talk to a scripted server on a
   * loopback socket.
   *
   * @throws Exception when it cannot be made, which fails the test
   */
  protected abstract E newEngine() throws Exception;

  /**
   * Makes what a session would lend; called once a test. Default: real time. With a {@link
   * ManualClock} the contract moves it.
   */
  protected PluginContext newContext() {
    return TestContexts.realTime();
  }

  /** The engine of this test. */
  protected final E engine() {
    if (engine == null) {
      engine = made();
    }
    return engine;
  }

  private E made() {
    try {
      return newEngine();
    } catch (Exception e) {
      throw new AssertionError("the engine under test cannot be made", e);
    }
  }

  /** What the streams of this test are lent. */
  protected final PluginContext context() {
    if (context == null) {
      context = newContext();
    }
    return context;
  }

  /** The clock for listeners that move it while they wait; null in real time. */
  final @Nullable ManualClock clock() {
    return context().clock() instanceof ManualClock manual ? manual : null;
  }

  /** Checks that a stream was closed once, for this reason, and that it kept quiet afterwards. */
  static void assertClosedOnce(CallLog log, CloseReason.Kind kind) {
    CloseReason reason = log.awaitClosed();
    assertThat(reason.kind())
        .as("why it closed (%s); the calls were %s", reason, log.calls())
        .isEqualTo(kind);
    assertQuietAfterwards(log);
  }

  /**
   * Checks that a stream was closed once, for whatever reason, and that it kept quiet afterwards.
   */
  static void assertClosedOnce(CallLog log) {
    log.awaitClosed();
    assertQuietAfterwards(log);
  }

  private static void assertQuietAfterwards(CallLog log) {
    log.letPass(GRACE);
    assertThat(log.violations()).as("broken rules").isEmpty();
    assertThat(log.calls()).as("calls").endsWith("closed");
    assertThat(log.count("closed")).as("how often closed").isEqualTo(1);
  }

  /** Closes the engine of the test. */
  @AfterEach
  void closeEngine() {
    if (engine != null) {
      engine.close();
    }
  }

  @Test
  void nameIsOneLowerCaseWord() {
    assertThat(engine().name()).matches("[a-z][a-z0-9-]*");
  }

  @Test
  void closingTheEngineTwiceDoesNotThrow() {
    assertThatCode(
            () -> {
              engine().close();
              engine().close();
            })
        .doesNotThrowAnyException();
  }
}
