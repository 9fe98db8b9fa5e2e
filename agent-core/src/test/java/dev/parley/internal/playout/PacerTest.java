package dev.parley.internal.playout;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.internal.time.HandClock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PacerTest {
  private static final long MILLI = 1_000_000;

  private final HandClock clock = new HandClock();
  private final Pacer pacer = new Pacer(clock, 0);
  private final List<String> ran = new ArrayList<>();

  private Pacer.Beat beat(String name) {
    return pacer.newBeat(() -> ran.add(name + " " + clock.millis()));
  }

  @Test
  void beatsRunAtTheirTimesOnOneTimer() {
    beat("late").at(50 * MILLI);
    beat("early").at(20 * MILLI);
    beat("middle").at(30 * MILLI);
    assertThat(clock.timers()).isEqualTo(1);

    clock.advance(100);
    assertThat(ran).containsExactly("early 20", "middle 30", "late 50");
    assertThat(clock.timers()).isZero();
  }

  @Test
  void beatsOfOneInstantRunInTheOrderInWhichTheyWereSet() {
    beat("a").at(20 * MILLI);
    beat("b").at(20 * MILLI);
    beat("c").at(20 * MILLI);
    clock.advance(20);

    assertThat(ran).containsExactly("a 20", "b 20", "c 20");
  }

  @Test
  void whoeverIsDueSoonIsServedAlong() {
    var sharing = new Pacer(clock, 2 * MILLI);
    for (int due : List.of(20, 21, 22, 23)) {
      sharing.newBeat(() -> ran.add(due + " at " + clock.millis())).at(due * MILLI);
    }
    clock.advance(30);

    assertThat(ran).containsExactly("20 at 20", "21 at 20", "22 at 20", "23 at 23");
  }

  @Test
  void whatIsDueSoonMayBeDoneNow() {
    Pacer.Beat beat = new Pacer(clock, 2 * MILLI).newBeat(() -> {});
    assertThat(beat.isDue(2 * MILLI)).isTrue();
    assertThat(beat.isDue(2 * MILLI + 1)).isFalse();
    assertThat(beat("exact").isDue(1)).isFalse();
  }

  @Test
  void aNewTimeReplacesTheOldOne() {
    Pacer.Beat beat = beat("a");
    beat.at(20 * MILLI);
    beat.at(40 * MILLI);
    clock.advance(30);
    assertThat(ran).isEmpty();
    beat.at(35 * MILLI);
    clock.advance(30);

    assertThat(ran).containsExactly("a 35");
  }

  @Test
  void whenNobodyWaitsNoTimerIsSet() {
    Pacer.Beat one = beat("one");
    one.at(20 * MILLI);
    Pacer.Beat other = beat("other");
    other.at(40 * MILLI);
    one.stop();
    assertThat(clock.timers()).isEqualTo(1);
    other.stop();
    assertThat(clock.timers()).isZero();

    other.at(50 * MILLI);
    clock.advance(60);
    assertThat(ran).containsExactly("other 50");
  }

  @Test
  void aBeatThatWasStoppedDoesNotRun() {
    Pacer.Beat beat = beat("a");
    beat.at(20 * MILLI);
    beat.stop();
    beat.stop();
    beat("b").at(30 * MILLI);
    clock.advance(100);

    assertThat(ran).containsExactly("b 30");
  }

  @Test
  void aBeatMaySetItselfAgain() {
    var beats = new ArrayList<Pacer.Beat>();
    beats.add(
        pacer.newBeat(
            () -> {
              ran.add("a " + clock.millis());
              beats.get(0).at(clock.nanoTime() + 20 * MILLI);
            }));
    beats.get(0).at(0);
    clock.advance(60);

    assertThat(ran).containsExactly("a 0", "a 20", "a 40", "a 60");
  }

  @Test
  void aBeatThatFailsDoesNotStopTheOthers() {
    pacer
        .newBeat(
            () -> {
              throw new IllegalStateException("the loop takes no more");
            })
        .at(20 * MILLI);
    beat("b").at(20 * MILLI);
    beat("c").at(40 * MILLI);
    for (int i = 0; i < 3; i++) {
      try {
        clock.advance(20);
      } catch (IllegalStateException reported) {
        ran.add("thrown");
      }
    }

    assertThat(ran).contains("b 20", "c 40");
  }
}
