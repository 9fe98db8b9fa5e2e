package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SerialContextTest {
  private final List<Throwable> escaped = new ArrayList<>();
  private final SerialContext context = new SerialContext(escaped::add);

  @Test
  void aTaskRunsAtOnceWhenNothingElseRuns() {
    var ran = new ArrayList<String>();
    context.execute(() -> ran.add("task"));
    assertThat(ran).containsExactly("task");
  }

  @Test
  void aTaskThatBringsAnotherEndsFirst() {
    var ran = new ArrayList<String>();
    context.execute(
        () -> {
          context.execute(() -> ran.add("inner"));
          ran.add("outer");
        });
    assertThat(ran).containsExactly("outer", "inner");
  }

  @Test
  void tasksOfManyThreadsRunOneAtATimeAndInOrder() throws InterruptedException {
    int threads = 8;
    int each = 2_000;
    var counts = new int[threads];
    var total = new int[1];
    var done = new CountDownLatch(threads);
    for (int t = 0; t < threads; t++) {
      int me = t;
      new Thread(
              () -> {
                for (int i = 0; i < each; i++) {
                  int turn = i;
                  context.execute(
                      () -> {
                        total[0]++;
                        assertThat(counts[me]++).isEqualTo(turn);
                      });
                }
                context.execute(done::countDown);
              })
          .start();
    }
    assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
    context.execute(() -> assertThat(total[0]).isEqualTo(threads * each));
    assertThat(escaped).isEmpty();
  }

  @Test
  void whatEscapesFromATaskGoesToTheEdgeAndTheNextRuns() {
    var ran = new ArrayList<String>();
    var failure = new IllegalStateException("no");
    context.execute(
        () -> {
          throw failure;
        });
    context.execute(() -> ran.add("next"));
    assertThat(escaped).containsExactly(failure);
    assertThat(ran).containsExactly("next");
  }

  @Test
  void callsFromOutsideAreNoticed() {
    assertThatThrownBy(context::assertInside).isInstanceOf(IllegalStateException.class);
    context.execute(context::assertInside);
    assertThat(escaped).isEmpty();
  }
}
