package dev.parley.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Talks made up from seeds, and what must hold in all of them.
 *
 * <p>{@code -Dparley.seed=4711} runs one seed and prints its events; {@code -Dparley.seeds=100000}
 * runs so many.
 */
class RandomTalksTest {
  private static final long SEEDS = Long.getLong("parley.seeds", 10_000);
  private static final int MOST_SHOWN = 5;

  @Test
  void everyTalkKeepsTheRules() {
    Queue<String> failures = new ConcurrentLinkedQueue<>();
    seeds().parallel().forEach(seed -> play(seed, failures));
    assertThat(failures.stream().limit(MOST_SHOWN).toList())
        .as("of %s seeds that failed", failures.size())
        .isEmpty();
  }

  private static LongStream seeds() {
    Long one = Long.getLong("parley.seed");
    return one == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(one);
  }

  private static void play(long seed, Queue<String> failures) {
    var made = new RandomScenario(seed);
    List<String> problems = new ArrayList<>();
    String log = "";
    try {
      Scenario scenario = new ScenarioReader().read("seed " + seed, made.text());
      var brain = made.newBrain();
      var run = new ScenarioRun(scenario);
      ScenarioResult result = run.play(agent -> agent.brain(brain));
      result.differences().forEach(each -> problems.add(each.show()));
      brain
          .unfinishedStreams()
          .forEach(each -> problems.add("a stream never got onClosed: " + each));
      problems.addAll(new RandomInvariants(run).violations());
      log = Long.getLong("parley.seed") == null ? "" : result.eventLog();
    } catch (RuntimeException e) {
      problems.add(e.toString());
    }
    if (!problems.isEmpty()) {
      failures.add(
          "seed " + seed + ":\n  " + String.join("\n  ", problems) + "\n" + made.text() + log);
    }
  }
}
