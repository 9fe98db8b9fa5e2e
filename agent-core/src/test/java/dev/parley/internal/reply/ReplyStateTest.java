package dev.parley.internal.reply;

import static dev.parley.internal.reply.ReplyState.COMPLETED;
import static dev.parley.internal.reply.ReplyState.DISCARDED;
import static dev.parley.internal.reply.ReplyState.FAILED;
import static dev.parley.internal.reply.ReplyState.INTERRUPTED;
import static dev.parley.internal.reply.ReplyState.PAUSED;
import static dev.parley.internal.reply.ReplyState.SPEAKING;
import static dev.parley.internal.reply.ReplyState.SPECULATIVE;
import static dev.parley.internal.reply.ReplyState.THINKING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ReplyOutcome;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplyStateTest {
  private static final Map<ReplyState, Set<ReplyState>> LEGAL =
      Map.of(
          SPECULATIVE, Set.of(THINKING, DISCARDED),
          THINKING, Set.of(SPEAKING, COMPLETED, INTERRUPTED, FAILED, DISCARDED),
          SPEAKING, Set.of(PAUSED, COMPLETED, INTERRUPTED, FAILED),
          PAUSED, Set.of(SPEAKING, COMPLETED, INTERRUPTED, FAILED),
          COMPLETED, Set.of(),
          INTERRUPTED, Set.of(),
          FAILED, Set.of(),
          DISCARDED, Set.of());

  @Test
  void everyPairIsAsTheTableSays() {
    for (ReplyState from : ReplyState.values()) {
      for (ReplyState to : ReplyState.values()) {
        assertThat(from.canBecome(to))
            .as("%s to %s", from, to)
            .isEqualTo(LEGAL.get(from).contains(to));
      }
    }
  }

  @Test
  void thoseThatAreOverAreTheOutcomes() {
    for (ReplyState state : ReplyState.values()) {
      assertThat(state.isOver()).as("%s", state).isEqualTo(LEGAL.get(state).isEmpty());
    }
    for (ReplyOutcome outcome : ReplyOutcome.values()) {
      assertThat(ReplyState.of(outcome).name()).isEqualTo(outcome.name());
      assertThat(ReplyState.of(outcome).isOver()).isTrue();
    }
  }
}
