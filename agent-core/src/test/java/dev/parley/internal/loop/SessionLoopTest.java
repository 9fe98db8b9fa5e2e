package dev.parley.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.Cancellable;
import dev.parley.internal.time.HandClock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SessionLoopTest {
  private final HandClock clock = new HandClock();
  private final Queue<Runnable> visits = new ArrayDeque<>();
  private final List<Throwable> failures = new ArrayList<>();
  private final List<Object> ran = new ArrayList<>();
  private final SessionLoop loop = newLoop(visits::add);

  private SessionLoop newLoop(Executor executor) {
    return new SessionLoop(clock, executor, failures::add);
  }

  private void runVisits() {
    for (int i = 0; i < 10_000 && !visits.isEmpty(); i++) {
      visits.remove().run();
    }
    assertThat(visits).isEmpty();
  }

  @Test
  void tasksRunInTheOrderInWhichTheyCame() {
    for (int i = 0; i < 200; i++) {
      int number = i;
      loop.execute(() -> ran.add(number));
    }
    runVisits();

    assertThat(ran).hasSize(200).isSorted();
  }

  @Test
  void aTaskNeverRunsInsideAnother() {
    SessionLoop direct = newLoop(Runnable::run);
    direct.execute(
        () -> {
          ran.add("outer begins");
          direct.execute(() -> ran.add("inner"));
          ran.add("outer ends");
        });

    assertThat(ran).containsExactly("outer begins", "outer ends", "inner");
  }

  @Test
  void aBusyLoopLeavesTheThreadToOthers() {
    SessionLoop other = newLoop(visits::add);
    for (int i = 0; i < 1_000; i++) {
      loop.execute(() -> ran.add("busy"));
    }
    other.execute(() -> ran.add("other"));
    runVisits();

    assertThat(ran).hasSize(1_001);
    assertThat(ran.indexOf("other")).isLessThanOrEqualTo(64);
  }

  @Test
  void whatATaskThrowsIsReportedAndTheNextOneRuns() {
    var failure = new IllegalStateException("task");
    loop.execute(
        () -> {
          throw failure;
        });
    loop.execute(() -> ran.add("next"));
    runVisits();

    assertThat(failures).containsExactly(failure);
    assertThat(ran).containsExactly("next");
  }

  @Test
  void aFailureThatCannotBeReportedDoesNotEndTheLoop() {
    var deaf =
        new SessionLoop(
            clock,
            visits::add,
            failure -> {
              throw new IllegalStateException("nobody hears", failure);
            });
    deaf.execute(
        () -> {
          throw new IllegalStateException("task");
        });
    deaf.execute(() -> ran.add("next"));
    for (int i = 0; i < 4 && !visits.isEmpty(); i++) {
      try {
        visits.remove().run();
      } catch (IllegalStateException expected) {
        ran.add("thrown");
      }
    }

    assertThat(ran).containsExactly("thrown", "next");
  }

  @Test
  void somethingCanRunAfterEachTask() {
    loop.afterEachTask(() -> ran.add("after"));
    loop.execute(() -> ran.add("one"));
    loop.execute(
        () -> {
          throw new IllegalStateException("two");
        });
    runVisits();

    assertThat(ran).containsExactly("one", "after", "after");
  }

  @Test
  void whatRunsAfterATaskMayFail() {
    loop.afterEachTask(
        () -> {
          throw new IllegalStateException("after");
        });
    loop.execute(() -> ran.add("one"));
    loop.execute(() -> ran.add("two"));
    runVisits();

    assertThat(ran).containsExactly("one", "two");
    assertThat(failures).hasSize(2);
  }

  @Test
  void aTimerRunsOnTheLoopAtItsTime() {
    loop.schedule(Duration.ofMillis(100), () -> ran.add(loop.isInLoop()));

    clock.advance(99);
    runVisits();
    assertThat(ran).isEmpty();
    clock.advance(1);
    assertThat(ran).isEmpty();
    runVisits();
    assertThat(ran).containsExactly(true);
  }

  @Test
  void aTimerThatWasCancelledNeverRunsEvenWhenItWasDue() {
    Cancellable early = loop.schedule(Duration.ofMillis(100), () -> ran.add("early"));
    Cancellable late = loop.schedule(Duration.ofMillis(100), () -> ran.add("late"));
    early.cancel();
    clock.advance(100); // the late one is on its way to the loop now
    late.cancel();
    late.cancel();
    runVisits();

    assertThat(ran).isEmpty();
    assertThat(clock.timers()).isZero();
  }

  @Test
  void theLoopKnowsWhoIsInside() {
    assertThat(loop.isInLoop()).isFalse();
    assertThatIllegalStateException()
        .isThrownBy(loop::assertInLoop)
        .withMessageContaining("not on the session loop");
    loop.execute(
        () -> {
          loop.assertInLoop();
          ran.add(loop.isInLoop());
        });
    runVisits();

    assertThat(ran).containsExactly(true);
    assertThat(loop.isInLoop()).isFalse();
  }

  @Test
  void underRealThreadsTasksKeepTheirOrderAndNeverMeet() throws InterruptedException {
    int producers = 4;
    int each = 5_000;
    var pool = Executors.newFixedThreadPool(4);
    var senders = Executors.newFixedThreadPool(producers);
    SessionLoop real = newLoop(pool);
    var inside = new AtomicInteger();
    var met = new AtomicBoolean();
    var done = new CountDownLatch(producers * each);
    var last = new int[producers]; // plain on purpose: the loop must make it safe
    var disorder = new AtomicBoolean();
    try {
      for (int p = 0; p < producers; p++) {
        int producer = p;
        senders.execute(
            () -> {
              for (int i = 1; i <= each; i++) {
                int number = i;
                real.execute(
                    () -> {
                      met.compareAndSet(false, inside.incrementAndGet() > 1);
                      disorder.compareAndSet(false, last[producer] != number - 1);
                      last[producer] = number;
                      inside.decrementAndGet();
                      done.countDown();
                    });
              }
            });
      }
      assertThat(done.await(120, TimeUnit.SECONDS)).isTrue();
    } finally {
      senders.shutdown();
      pool.shutdown();
    }

    assertThat(met).isFalse();
    assertThat(disorder).isFalse();
    assertThat(failures).isEmpty();
  }
}
