package dev.parley.local.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;

class SerialTasksTest {
  private final Deque<Runnable> lent = new ArrayDeque<>();
  private final List<String> done = new ArrayList<>();
  private final SerialTasks tasks = new SerialTasks(lent::add);

  @Test
  void tasksRunInOrderOnOneThreadAtATime() {
    tasks.submit(() -> done.add("first"));
    tasks.submit(() -> done.add("second"));
    assertThat(lent).hasSize(1);
    lent.poll().run();
    assertThat(done).containsExactly("first", "second");
  }

  @Test
  void aTaskSubmittedByATaskRunsAfterIt() {
    tasks.submit(
        () -> {
          tasks.submit(() -> done.add("inner"));
          done.add("outer");
        });
    lent.poll().run();
    assertThat(done).containsExactly("outer", "inner");
  }

  @Test
  void aTaskThatThrowsDoesNotStopThoseAfterIt() {
    tasks.submit(
        () -> {
          throw new IllegalStateException("a defect");
        });
    tasks.submit(() -> done.add("next"));
    lent.poll().run();
    tasks.submit(() -> done.add("later"));
    lent.poll().run();
    assertThat(done).containsExactly("next", "later");
  }

  @Test
  void whatAnExecutorRefusesIsToldAndForgotten() {
    var refusing =
        new SerialTasks(
            task -> {
              throw new RejectedExecutionException("closed");
            });
    assertThat(refusing.submit(() -> done.add("never"))).isFalse();
    assertThat(refusing.submit(() -> done.add("never"))).isFalse();
    assertThat(done).isEmpty();
  }
}
