package dev.parley.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

/** The engine's behaviour, as conversations: every file in the folder of scenarios. */
class EngineScenariosTest {
  @ScenarioTest("scenarios")
  void talksAsWritten(ScenarioResult result) {
    assertThat(result.events()).isNotEmpty();
  }
}
