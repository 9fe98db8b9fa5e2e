package dev.parley;

import static dev.parley.ParticipantState.AWAY;
import static dev.parley.ParticipantState.SILENT;
import static dev.parley.ParticipantState.SPEAKING;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ParticipantStateTest {
  private static final Map<ParticipantState, Set<ParticipantState>> LEGAL =
      Map.of(
          SILENT, Set.of(SPEAKING, AWAY), SPEAKING, Set.of(SILENT), AWAY, Set.of(SILENT, SPEAKING));

  @Test
  void everyPairIsAsTheTableSays() {
    for (ParticipantState from : ParticipantState.values()) {
      for (ParticipantState to : ParticipantState.values()) {
        assertThat(from.canBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(LEGAL.get(from).contains(to));
      }
    }
  }
}
