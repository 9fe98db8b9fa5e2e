package dev.parley.agora.simulator.time;

import java.time.Duration;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Time that only passes when a test says so. Every callback of the SDK runs on the thread that
 * calls {@link #advance}, so that the same test gives the same result every time. Thread-safe.
 */
public final class ManualTime implements SimulatorTime {
  private final ReentrantLock advancing = new ReentrantLock();
  private final PriorityQueue<Task> tasks = new PriorityQueue<>();
  private long now = Duration.ofHours(1).toNanos();
  private long sequence;
  private boolean closed;

  /** Starts at an arbitrary moment. */
  public ManualTime() {}

  /**
   * Lets {@code duration} pass and runs everything that becomes due, in order, on this thread.
   *
   * @throws IllegalStateException when called from a task or callback
   */
  public void advance(Duration duration) {
    if (duration.isNegative()) {
      throw new IllegalArgumentException("duration is " + duration + ", time cannot go back");
    }
    if (advancing.isHeldByCurrentThread()) {
      throw new IllegalStateException("advance was called from a callback; call it from the test");
    }
    advancing.lock();
    try {
      runUntil(nanoTime() + duration.toNanos());
    } finally {
      advancing.unlock();
    }
  }

  private void runUntil(long target) {
    for (Task task = takeDue(target); task != null; task = takeDue(target)) {
      task.work.run();
    }
  }

  private synchronized @Nullable Task takeDue(long target) {
    Task next = tasks.peek();
    if (next == null || next.due > target) {
      now = target;
      return null;
    }
    now = Math.max(now, next.due);
    return tasks.poll();
  }

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public synchronized Timer schedule(Duration delay, Runnable task) {
    Task scheduled = new Task(now + Math.max(0, delay.toNanos()), sequence++, task);
    if (!closed) {
      tasks.add(scheduled);
    }
    return () -> drop(scheduled);
  }

  private synchronized void drop(Task task) {
    tasks.remove(task);
  }

  @Override
  public boolean callsBackInline() {
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
    tasks.clear();
  }

  private static final class Task implements Comparable<Task> {
    private final long due;
    private final long order;
    private final Runnable work;

    Task(long due, long order, Runnable work) {
      this.due = due;
      this.order = order;
      this.work = work;
    }

    @Override
    public int compareTo(Task other) {
      int byTime = Long.compare(due, other.due);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }
}
