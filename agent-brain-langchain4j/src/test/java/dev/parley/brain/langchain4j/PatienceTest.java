package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PatienceTest {
  private final ManualClock clock = new ManualClock();
  private final List<String> lost = new ArrayList<>();
  private final Patience patience =
      new Patience(clock, Duration.ofSeconds(20), Duration.ofSeconds(5), lost::add);

  @Test
  void withoutAnySignItEndsWithTheTimeForTheFirst() {
    patience.start();
    clock.advance(Duration.ofMillis(19_999));
    assertThat(lost).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(lost).containsExactly("the model gave no sign within 20000 ms");
  }

  @Test
  void aSilenceAfterAnEarlySignIsNoticedBeforeTheTimeForTheFirstIsOver() {
    patience.start();
    clock.advance(Duration.ofSeconds(1));
    patience.sign();
    clock.advance(Duration.ofMillis(4_999));
    assertThat(lost).isEmpty();
    clock.advance(Duration.ofMillis(1));
    assertThat(lost).containsExactly("the model was silent for 5000 ms in mid-answer");
  }

  @Test
  void everySignBeginsTheWaitAnew() {
    patience.start();
    for (int i = 0; i < 10; i++) {
      clock.advance(Duration.ofSeconds(4));
      patience.sign();
    }
    assertThat(lost).isEmpty();
  }

  @Test
  void onceStoppedItNeverComplains() {
    patience.start();
    patience.sign();
    patience.stop();
    clock.advance(Duration.ofMinutes(1));
    assertThat(lost).isEmpty();
    assertThat(clock.pendingTimers()).isZero();
  }
}
