package dev.parley;

import static dev.parley.AgentState.CLOSED;
import static dev.parley.AgentState.JOINING;
import static dev.parley.AgentState.LISTENING;
import static dev.parley.AgentState.SPEAKING;
import static dev.parley.AgentState.THINKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AgentStateTest {
  private static final Map<AgentState, Set<AgentState>> LEGAL =
      Map.of(
          JOINING, Set.of(LISTENING, CLOSED),
          LISTENING, Set.of(THINKING, SPEAKING, CLOSED),
          THINKING, Set.of(LISTENING, SPEAKING, CLOSED),
          SPEAKING, Set.of(LISTENING, THINKING, CLOSED),
          CLOSED, Set.of());

  @Test
  void everyPairIsAsTheTableSays() {
    for (AgentState from : AgentState.values()) {
      for (AgentState to : AgentState.values()) {
        assertThat(from.canBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(LEGAL.get(from).contains(to));
      }
    }
  }
}
