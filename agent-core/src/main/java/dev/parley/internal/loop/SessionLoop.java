package dev.parley.internal.loop;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks of one session one after another, on whichever thread of the executor is free.
 *
 * <p>All state of a session changes here. {@link #execute} and {@link #schedule} are thread-safe; a
 * task never runs inside another.
 */
public final class SessionLoop {
  /** How many tasks one visit of a thread runs before others get their turn. */
  private static final int FAIR_SHARE = 64;

  private final SessionClock clock;
  private final Executor executor;
  private final Consumer<Throwable> failures;
  private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
  private final AtomicBoolean visiting = new AtomicBoolean();
  private final TalkTimers talk = new TalkTimers(this);
  private Runnable afterEachTask = () -> {};
  private volatile @Nullable Thread visitor;

  /**
   * Creates an idle loop.
   *
   * @param executor runs the loop; never more than one thread at a time is inside
   * @param failures hears what tasks throw, on the loop
   */
  public SessionLoop(SessionClock clock, Executor executor, Consumer<Throwable> failures) {
    this.clock = clock;
    this.executor = executor;
    this.failures = failures;
  }

  /**
   * Sets what runs after each task, such as deriving states from what has changed. Before the first
   * task only.
   */
  public void afterEachTask(Runnable afterEachTask) {
    this.afterEachTask = afterEachTask;
  }

  /** Runs a task soon, after those that came before it. */
  public void execute(Runnable task) {
    tasks.add(task);
    visit();
  }

  /**
   * Runs a task on the loop after a delay; once cancelled, from the loop, it certainly does not
   * run.
   */
  public Cancellable schedule(Duration delay, Runnable task) {
    return new Timer(delay, task);
  }

  /** Timers that stand still while the conversation is on hold; on the loop only. */
  public TalkTimers talk() {
    return talk;
  }

  /** The time in nanoseconds; only differences mean anything. */
  public long now() {
    return clock.nanoTime();
  }

  /** Whether the calling thread is running a task of this loop. */
  public boolean isInLoop() {
    return Thread.currentThread() == visitor;
  }

  /** Fails when called from outside. */
  public void assertInLoop() {
    if (!isInLoop()) {
      throw new IllegalStateException(
          "called on " + Thread.currentThread().getName() + ", not on the session loop");
    }
  }

  private void visit() {
    if (visiting.compareAndSet(false, true)) {
      executor.execute(this::runShare);
    }
  }

  private void runShare() {
    visitor = Thread.currentThread();
    try {
      runTasks();
    } finally { // also when a failure could not be reported: the tasks that wait must run
      visitor = null;
      visiting.set(false);
      if (!tasks.isEmpty()) {
        visit();
      }
    }
  }

  private void runTasks() {
    for (int done = 0; done < FAIR_SHARE; done++) {
      Runnable task = tasks.poll();
      if (task == null) {
        return;
      }
      run(task);
    }
  }

  private void run(Runnable task) {
    try {
      task.run();
    } catch (Throwable failure) { // the edge: one task must not end the session
      failures.accept(failure);
    }
    try {
      afterEachTask.run();
    } catch (Throwable failure) { // the same
      failures.accept(failure);
    }
  }

  private final class Timer implements Cancellable {
    private final Cancellable timer;
    private volatile boolean over;

    Timer(Duration delay, Runnable task) {
      timer = clock.schedule(delay, () -> execute(() -> runUnlessOver(task)));
    }

    private void runUnlessOver(Runnable task) {
      if (!over) {
        over = true;
        task.run();
      }
    }

    @Override
    public void cancel() {
      over = true;
      timer.cancel();
    }
  }
}
