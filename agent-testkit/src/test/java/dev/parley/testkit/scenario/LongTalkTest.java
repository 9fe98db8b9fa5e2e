package dev.parley.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A talk of ten minutes between two people and the agent, in sixty turns. */
class LongTalkTest {
  private static final int TURNS = 60;

  private static String talk() {
    var people = new StringBuilder();
    var brain = new StringBuilder();
    for (int i = 0; i < TURNS; i++) {
      String who = i % 2 == 0 ? "ann" : "bob";
      people.append(
          String.format(
              "  - {at: %ds, who: %s, says: \"Question %d?\", lasts: 2s, interims: [{after: 900ms,"
                  + " text: question}]}\n",
              10 * i + 1, who, i));
      brain.append(
          String.format(
              "  - {hears: \"Question %d?\", says: \"This is the answer to question %d. Ask me"
                  + " another.\"}\n",
              i, i));
    }
    return "scenario: sixty turns\npeople:\n"
        + people
        + "brain:\n"
        + brain
        + "expect: {counts: [{event: reply.ended, outcome: completed, is: 60}], end: listening}\n";
  }

  private static ScenarioResult play() {
    return new ScenarioRunner().run(new ScenarioReader().read("sixty turns", talk()));
  }

  @Test
  void sixtyTurnsAreAnsweredAndTheLogIsTheSameTwice() {
    ScenarioResult first = play();
    assertThat(first.report()).isEmpty();
    assertThat(first.eventLog()).isEqualTo(play().eventLog());
  }
}
