package dev.parley.brain.langchain4j;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Work that blocks, whose thread is interrupted when it is cancelled. Thread-safe.
 *
 * <p>What was done, or will not be done, is forgotten: results outlive it.
 */
final class InterruptibleWork<T> extends CompletableFuture<T> implements Runnable {
  private static final ThreadLocal<@Nullable InterruptibleWork<?>> RUNNING = new ThreadLocal<>();

  private final Object threadLock = new Object();
  private @Nullable Callable<T> work;
  private @Nullable Thread thread;

  InterruptibleWork(Callable<T> work) {
    this.work = work;
  }

  /**
   * Whether the work that runs on this thread was cancelled: what it makes of that is no result.
   */
  static boolean isCancelledHere() {
    InterruptibleWork<?> running = RUNNING.get();
    return running != null && running.isCancelled();
  }

  @Override
  public void run() {
    Callable<T> taken = take();
    if (taken == null) {
      return;
    }
    InterruptibleWork<?> outer = RUNNING.get();
    RUNNING.set(this);
    try {
      complete(taken.call());
    } catch (Throwable failure) { // the edge of application code: reported as the work's failure
      completeExceptionally(failure);
    } finally {
      RUNNING.set(outer);
      release();
    }
  }

  private @Nullable Callable<T> take() {
    synchronized (threadLock) {
      Callable<T> taken = work;
      work = null;
      thread = taken == null ? null : Thread.currentThread();
      return taken;
    }
  }

  private void release() {
    synchronized (threadLock) {
      thread = null;
      boolean unused = Thread.interrupted(); // ours; the thread's next work knows nothing of it
    }
  }

  @Override
  public boolean cancel(boolean mayInterruptIfRunning) {
    boolean cancelled = super.cancel(mayInterruptIfRunning);
    synchronized (threadLock) {
      work = null;
      if (cancelled && mayInterruptIfRunning && thread != null) {
        thread.interrupt();
      }
    }
    return cancelled;
  }
}
