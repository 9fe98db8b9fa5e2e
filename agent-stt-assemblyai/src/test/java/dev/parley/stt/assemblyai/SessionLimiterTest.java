package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class SessionLimiterTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void withoutALimitNobodyWaits() {
    var limiter = new SessionLimiter(0);
    for (int i = 0; i < 1_000; i++) {
      assertThat(limiter.book(0)).isZero();
    }
  }

  @Test
  void noMinuteHasMoreThanItsSessions() {
    var limiter = new SessionLimiter(2);
    assertThat(limiter.book(0)).isZero();
    assertThat(limiter.book(10 * SECOND)).isZero();
    assertThat(limiter.book(20 * SECOND)).isEqualTo(Duration.ofSeconds(40));
    assertThat(limiter.book(20 * SECOND)).isEqualTo(Duration.ofSeconds(50));
    assertThat(limiter.book(20 * SECOND)).isEqualTo(Duration.ofSeconds(100));
  }

  @Test
  void placesComeBackAfterAMinute() {
    var limiter = new SessionLimiter(1);
    assertThat(limiter.book(0)).isZero();
    assertThat(limiter.book(61 * SECOND)).isZero();
  }
}
