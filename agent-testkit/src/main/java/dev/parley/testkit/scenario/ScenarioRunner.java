package dev.parley.testkit.scenario;

import dev.parley.VoiceAgent;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;

/**
 * Runs scenarios with the real engine, scripted plugins and a manual clock. Immutable and
 * thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScenarioRunner {
  private final UnaryOperator<VoiceAgent.Builder> change;

  private ScenarioRunner(UnaryOperator<VoiceAgent.Builder> change) {
    this.change = change;
  }

  /** Creates a runner of the agent that each file describes. */
  public ScenarioRunner() {
    this(agent -> agent);
  }

  /**
   * Returns a runner that changes the agent of each file before it starts, so that an application's
   * own tools, listeners or policies are tested. What depends on time must use the session's clock.
   */
  public ScenarioRunner with(UnaryOperator<VoiceAgent.Builder> change) {
    return new ScenarioRunner(Objects.requireNonNull(change, "change"));
  }

  /**
   * Runs a scenario.
   *
   * @throws ScenarioException when the agent that it describes cannot be built
   */
  public ScenarioResult run(Scenario scenario) {
    try {
      return new ScenarioRun(scenario).play(change);
    } catch (IllegalArgumentException e) {
      throw new ScenarioException(scenario.file() + ": " + e.getMessage(), e);
    }
  }
}
