package dev.parley.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Cancellable;
import dev.parley.internal.time.HandClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TalkTimersTest {
  private final HandClock clock = new HandClock();
  private final List<String> ran = new ArrayList<>();
  private final SessionLoop loop =
      new SessionLoop(clock, Runnable::run, failure -> ran.add(failure.toString()));
  private final TalkTimers timers = loop.talk();

  private Cancellable set(String name, long millis) {
    return timers.schedule(Duration.ofMillis(millis), () -> ran.add(name + " " + clock.millis()));
  }

  @Test
  void standingStillTheyKeepWhatIsLeft() {
    set("one", 100);
    clock.advance(60);
    timers.standStill();
    assertThat(timers.areStanding()).isTrue();
    assertThat(clock.timers()).isZero();
    clock.advance(500);
    assertThat(ran).isEmpty();

    timers.goOn();
    clock.advance(100);
    assertThat(ran).containsExactly("one 600");
  }

  @Test
  void whatIsSetMeanwhileBeginsAfterwards() {
    timers.standStill();
    set("late", 30);
    set("at once", 0);
    clock.advance(100);
    assertThat(ran).isEmpty();

    timers.goOn();
    clock.advance(100);
    assertThat(ran).containsExactly("at once 100", "late 130");
  }

  @Test
  void whatIsCancelledDoesNotComeBack() {
    Cancellable one = set("one", 100);
    Cancellable other = set("other", 100);
    one.cancel();
    timers.standStill();
    other.cancel();
    timers.goOn();
    clock.advance(200);

    assertThat(ran).isEmpty();
    assertThat(clock.timers()).isZero();
  }
}
