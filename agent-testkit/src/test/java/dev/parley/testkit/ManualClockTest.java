package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.Cancellable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManualClockTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualClock clock = new ManualClock();
  private final List<String> ran = new ArrayList<>();

  private void timer(Duration delay, String name) {
    clock.schedule(delay, () -> ran.add(name));
  }

  private void input(Duration delay, String name) {
    clock.scheduleInput(delay, () -> ran.add(name));
  }

  @Test
  void nothingRunsUntilTimeHasCome() {
    timer(SECOND, "a");
    clock.advance(SECOND.minusNanos(1));
    assertThat(ran).isEmpty();
    clock.advance(Duration.ofNanos(1));
    assertThat(ran).containsExactly("a");
  }

  @Test
  void timersOfOneInstantRunInTheOrderInWhichTheyWereSet() {
    timer(SECOND, "first");
    timer(SECOND, "second");
    timer(Duration.ofMillis(999), "before");
    timer(SECOND, "third");
    clock.advance(SECOND);
    assertThat(ran).containsExactly("before", "first", "second", "third");
  }

  @Test
  void inputsRunBeforeTimersOfTheSameInstant() {
    timer(SECOND, "timer");
    input(SECOND, "input");
    clock.advance(SECOND);
    assertThat(ran).containsExactly("input", "timer");
  }

  @Test
  void inputsSetAtTheInstantItselfStillRunBeforeTimersThatWait() {
    clock.schedule(SECOND, () -> input(Duration.ZERO, "input"));
    timer(SECOND, "timer");
    clock.advance(SECOND);
    assertThat(ran).containsExactly("input", "timer");
  }

  @Test
  void tasksSeeTheirOwnTime() {
    var times = new ArrayList<Duration>();
    clock.schedule(SECOND, () -> times.add(clock.elapsed()));
    clock.schedule(SECOND.multipliedBy(3), () -> times.add(clock.elapsed()));
    clock.advance(SECOND.multipliedBy(5));
    assertThat(times).containsExactly(SECOND, SECOND.multipliedBy(3));
    assertThat(clock.nanoTime()).isEqualTo(5_000_000_000L);
    assertThat(clock.instant()).isEqualTo(Instant.parse("2020-01-01T00:00:05Z"));
  }

  @Test
  void whatATaskSetsRunsInTheSameMove() {
    clock.schedule(SECOND, () -> timer(SECOND, "later"));
    clock.advance(SECOND.multipliedBy(2));
    assertThat(ran).containsExactly("later");
  }

  @Test
  void aTimerWithoutDelayNeverRunsWithinTheCall() {
    timer(Duration.ZERO, "now");
    timer(Duration.ofSeconds(-1), "overdue");
    assertThat(ran).isEmpty();
    clock.runDue();
    assertThat(ran).containsExactly("now", "overdue");
  }

  @Test
  void whatWasCalledOffDoesNotRun() {
    Cancellable timer = clock.schedule(SECOND, () -> ran.add("timer"));
    timer.cancel();
    timer.cancel();
    clock.advance(SECOND);
    assertThat(ran).isEmpty();
    assertThat(clock.pendingTimers()).isZero();
  }

  @Test
  void aTimerCanCallOffAnotherOfItsInstant() {
    var other = new Cancellable[1];
    clock.schedule(SECOND, () -> other[0].cancel());
    other[0] = clock.schedule(SECOND, () -> ran.add("other"));
    clock.advance(SECOND);
    assertThat(ran).isEmpty();
  }

  @Test
  void timersAndInputsAreCountedApart() {
    timer(SECOND, "a");
    timer(SECOND, "b");
    input(SECOND, "c");
    assertThat(clock.pendingTimers()).isEqualTo(2);
    assertThat(clock.pendingInputs()).isEqualTo(1);
    clock.advance(SECOND);
    assertThat(clock.pendingTimers()).isZero();
    assertThat(clock.pendingInputs()).isZero();
  }

  @Test
  void tellsWhenTheNextIsDue() {
    assertThat(clock.nextDue()).isEmpty();
    timer(SECOND, "a");
    input(Duration.ofMillis(300), "b");
    assertThat(clock.nextDue()).contains(Duration.ofMillis(300));
  }

  @Test
  void absoluteInputsCountFromTheBeginning() {
    clock.advance(SECOND);
    clock.input(SECOND.multipliedBy(2), () -> ran.add("input"));
    clock.advanceTo(SECOND.multipliedBy(2));
    assertThat(ran).containsExactly("input");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.input(SECOND, () -> {}))
        .withMessageContaining("PT1S");
  }

  @Test
  void doesNotGoBack() {
    clock.advance(SECOND);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> clock.advanceTo(Duration.ZERO))
        .withMessageContaining("go back");
  }

  @Test
  void aTaskMustNotMoveTheClock() {
    clock.schedule(SECOND, () -> clock.advance(SECOND));
    assertThatIllegalStateException().isThrownBy(() -> clock.advance(SECOND));
    clock.advance(SECOND);
    assertThat(clock.elapsed()).isEqualTo(SECOND.multipliedBy(2));
  }

  @Test
  void aTaskThatSetsItselfWithoutADelayIsFound() {
    clock.schedule(SECOND, this::again);
    assertThatIllegalStateException()
        .isThrownBy(() -> clock.advance(SECOND))
        .withMessageContaining("without a delay");
  }

  private void again() {
    clock.schedule(Duration.ZERO, this::again);
  }
}
