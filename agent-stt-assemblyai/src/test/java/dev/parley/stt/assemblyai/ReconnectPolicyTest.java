package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ErrorKind;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.Optional;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReconnectPolicyTest {
  private final ManualClock clock = new ManualClock();
  private final ReconnectPolicy policy = policy(5, Duration.ofMinutes(2), 1);

  private ReconnectPolicy policy(int attempts, Duration budget, long seed) {
    var timers = new Timers(clock, new SerialContext(failure -> {}));
    return new ReconnectPolicy(attempts, budget, timers, new SplittableRandom(seed));
  }

  private static Verdict verdict(Verdict.Retry retry) {
    return verdict(retry, null);
  }

  private static Verdict verdict(Verdict.Retry retry, @Nullable Duration retryAfter) {
    return new Verdict(1006, ErrorKind.NETWORK, retry, "lost", retryAfter);
  }

  private Duration next(Verdict.Retry retry) {
    return policy.next(verdict(retry)).orElseThrow();
  }

  @Test
  void waitsGrowWithChanceAndNeverShrink() {
    for (int seed = 0; seed < 100; seed++) {
      ReconnectPolicy each = policy(10, Duration.ofMinutes(2), seed);
      Duration before = Duration.ZERO;
      for (int attempt = 0; attempt < 6; attempt++) {
        Duration wait = each.next(verdict(Verdict.Retry.BACKOFF)).orElseThrow();
        long most = 300L << attempt;
        assertThat(wait.toMillis()).isBetween(most / 2, most);
        assertThat(wait).isGreaterThanOrEqualTo(before);
        before = wait;
      }
    }
  }

  @Test
  void noWaitIsLongerThanTenSeconds() {
    ReconnectPolicy patient = policy(30, Duration.ofHours(1), 1);
    for (int i = 0; i < 30; i++) {
      Duration wait = patient.next(verdict(Verdict.Retry.BACKOFF)).orElseThrow();
      assertThat(wait).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void anExpiredSessionIsFollowedAtOnceButNotForEver() {
    assertThat(next(Verdict.Retry.NOW)).isZero();
    assertThat(next(Verdict.Retry.NOW)).isPositive();
  }

  @Test
  void tooManySessionsAreTriedAgainAfterSeconds() {
    assertThat(next(Verdict.Retry.SLOWLY)).isGreaterThanOrEqualTo(Duration.ofMillis(2_500));
    assertThat(next(Verdict.Retry.SLOWLY)).isGreaterThanOrEqualTo(Duration.ofSeconds(5));
  }

  @Test
  void theServersOwnWishCounts() {
    Verdict verdict = verdict(Verdict.Retry.BACKOFF, Duration.ofSeconds(7));
    assertThat(policy.next(verdict)).contains(Duration.ofSeconds(7));
  }

  @Test
  void aWishBeyondTheBudgetIsTheEnd() {
    assertThat(policy.next(verdict(Verdict.Retry.BACKOFF, Duration.ofHours(1)))).isEmpty();
    assertThat(policy.next(verdict(Verdict.Retry.BACKOFF, Duration.ofSeconds(119)))).isPresent();
    clock.advance(Duration.ofSeconds(60));
    assertThat(policy.next(verdict(Verdict.Retry.BACKOFF, Duration.ofSeconds(61)))).isEmpty();
  }

  @Test
  void permanentCausesAreNeverTriedAgain() {
    assertThat(policy.next(verdict(Verdict.Retry.NEVER))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Verdict.Retry.class,
      names = {"ONCE", "ONCE_WITH_NEW_TOKEN", "ONCE_WITHOUT_BACKLOG"})
  void whatIsTriedOnceIsNotTriedTwice(Verdict.Retry retry) {
    assertThat(policy.next(verdict(retry))).isPresent();
    assertThat(policy.next(verdict(retry))).isEmpty();
  }

  @Test
  void attemptsAreLimited() {
    for (int i = 0; i < 5; i++) {
      assertThat(policy.next(verdict(Verdict.Retry.BACKOFF))).isPresent();
    }
    assertThat(policy.next(verdict(Verdict.Retry.BACKOFF))).isEmpty();
  }

  @Test
  void timeIsLimited() {
    assertThat(policy.next(verdict(Verdict.Retry.BACKOFF))).isPresent();
    clock.advance(Duration.ofSeconds(121));
    assertThat(policy.next(verdict(Verdict.Retry.BACKOFF))).isEmpty();
  }

  @Test
  void aSessionThatLastedBeginsTheCountAnew() {
    for (int round = 0; round < 20; round++) {
      assertThat(policy.next(verdict(Verdict.Retry.BACKOFF)).map(Duration::toMillis))
          .hasValueSatisfying(wait -> assertThat(wait).isLessThanOrEqualTo(300));
      policy.opened();
      clock.advance(Duration.ofSeconds(30));
    }
  }

  @Test
  void sessionsThatDieYoungAreCountedTogether() {
    Optional<Duration> last = Optional.of(Duration.ZERO);
    for (int i = 0; i < 6; i++) {
      last = policy.next(verdict(Verdict.Retry.BACKOFF));
      policy.opened();
      clock.advance(Duration.ofSeconds(5));
    }
    assertThat(last).isEmpty();
  }

  @Test
  void theGapIsMeasuredFromTheBreakToTheNextBegin() {
    policy.opened();
    clock.advance(Duration.ofMinutes(1));
    policy.next(verdict(Verdict.Retry.BACKOFF));
    clock.advance(Duration.ofSeconds(2));
    policy.next(verdict(Verdict.Retry.BACKOFF));
    clock.advance(Duration.ofSeconds(1));
    assertThat(policy.opened()).isEqualTo(Duration.ofSeconds(3));
  }
}
