package dev.parley.agora.simulator.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatorTimeTest {
  @Test
  void manualTimeRunsTasksInTheOrderOfTheirTimes() {
    ManualTime time = new ManualTime();
    List<String> ran = new ArrayList<>();
    time.schedule(Duration.ofMillis(20), () -> ran.add("second"));
    time.schedule(Duration.ofMillis(10), () -> ran.add("first"));
    time.schedule(Duration.ofMillis(20), () -> ran.add("third"));
    time.advance(Duration.ofMillis(15));
    assertThat(ran).containsExactly("first");
    time.advance(Duration.ofMillis(5));
    assertThat(ran).containsExactly("first", "second", "third");
  }

  @Test
  void aTaskSeesItsOwnTimeAndCanScheduleMore() {
    ManualTime time = new ManualTime();
    long start = time.nanoTime();
    List<Long> seen = new ArrayList<>();
    time.schedule(
        Duration.ofMillis(10),
        () -> {
          seen.add(time.nanoTime() - start);
          time.schedule(Duration.ofMillis(5), () -> seen.add(time.nanoTime() - start));
        });
    time.advance(Duration.ofMillis(100));
    assertThat(seen).containsExactly(10_000_000L, 15_000_000L);
    assertThat(time.nanoTime() - start).isEqualTo(100_000_000L);
  }

  @Test
  void cancelledAndClosedTasksDoNotRun() {
    ManualTime time = new ManualTime();
    List<String> ran = new ArrayList<>();
    time.schedule(Duration.ZERO, () -> ran.add("cancelled")).cancel();
    time.schedule(Duration.ZERO, () -> ran.add("closed"));
    time.close();
    time.schedule(Duration.ZERO, () -> ran.add("after"));
    time.advance(Duration.ofSeconds(1));
    assertThat(ran).isEmpty();
  }

  @Test
  void timeCannotGoBackOrBeAdvancedFromWithin() {
    ManualTime time = new ManualTime();
    assertThatThrownBy(() -> time.advance(Duration.ofMillis(-1)))
        .isInstanceOf(IllegalArgumentException.class);
    List<Throwable> thrown = new ArrayList<>();
    time.schedule(
        Duration.ZERO,
        () -> {
          try {
            time.advance(Duration.ofMillis(1));
          } catch (IllegalStateException e) {
            thrown.add(e);
          }
        });
    time.advance(Duration.ZERO);
    assertThat(thrown).hasSize(1);
  }

  @Test
  void realTimeRunsTasksAndItsThreadEndsByItself() throws InterruptedException {
    SimulatorTime time = SimulatorTime.real();
    CountDownLatch ran = new CountDownLatch(1);
    Thread[] thread = new Thread[1];
    long before = time.nanoTime();
    time.schedule(
        Duration.ofMillis(5),
        () -> {
          thread[0] = Thread.currentThread();
          ran.countDown();
        });
    assertThat(ran.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(time.nanoTime() - before).isGreaterThanOrEqualTo(5_000_000L);
    thread[0].join(30_000);
    assertThat(thread[0].isAlive()).isFalse();
    time.schedule(Duration.ZERO, () -> {}).cancel();
    time.close();
    time.schedule(Duration.ZERO, () -> {}).cancel();
  }
}
