package dev.parley.benchmarks.jmh;

import dev.parley.testkit.scenario.Scenario;
import dev.parley.testkit.scenario.ScenarioReader;
import dev.parley.testkit.scenario.ScenarioResult;
import dev.parley.testkit.scenario.ScenarioRunner;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A conversation of about ten seconds with two turns and an interruption, in virtual time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ScenarioBenchmark {
  private static final String TEXT =
      """
      scenario: a question, an answer that is interrupted, another answer
      people:
        - {at: 1s, says: "When does the kitchen close?", lasts: 1s}
        - {at: 4s, says: "Wait, I meant the bar.", lasts: 1.2s}
      brain:
        - {hears: "When does the kitchen close?", says: "The kitchen closes at ten tonight, and on Sundays at nine."}
        - {hears: "Wait, I meant the bar.", says: "The bar is open until two."}
      expect:
        end: listening
      """;

  private final Scenario scenario = new ScenarioReader().read("jmh", TEXT);
  private final ScenarioRunner runner = new ScenarioRunner();

  /** The whole conversation, with the checks that every scenario has. */
  @Benchmark
  public ScenarioResult conversation() {
    return runner.run(scenario);
  }
}
