package dev.parley.internal.failover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AlternativesTest {
  private static final long SECOND = Duration.ofSeconds(1).toNanos();

  private final Alternatives<String> brains = new Alternatives<>(List.of("big", "small", "local"));

  private void fail(String brain, int times, long now) {
    for (int i = 0; i < times; i++) {
      brains.failed(brain, now);
    }
  }

  @Test
  void theBestIsAskedFirstThoughItFailedTwice() {
    fail("big", 2, 0);
    assertThat(brains.inOrder(SECOND)).containsExactly("big", "small", "local");
  }

  @Test
  void oneThatFailedThreeTimesRunningIsAskedLastForHalfAMinute() {
    fail("big", 3, 0);
    assertThat(brains.inOrder(29 * SECOND)).containsExactly("small", "local", "big");
    assertThat(brains.inOrder(30 * SECOND)).containsExactly("big", "small", "local");
  }

  @Test
  void oneThatFailsAfterItsRestRestsAgainAtOnce() {
    fail("big", 3, 0);
    fail("big", 1, 31 * SECOND);
    assertThat(brains.inOrder(32 * SECOND)).containsExactly("small", "local", "big");
  }

  @Test
  void successForgetsFailures() {
    fail("big", 2, 0);
    brains.worked("big");
    fail("big", 2, SECOND);
    assertThat(brains.inOrder(SECOND)).containsExactly("big", "small", "local");
  }

  @Test
  void whenAllAreDownTheBestIsAskedFirst() {
    brains.inOrder(0).forEach(each -> fail(each, 3, 0));
    assertThat(brains.inOrder(SECOND)).containsExactly("big", "small", "local");
  }
}
