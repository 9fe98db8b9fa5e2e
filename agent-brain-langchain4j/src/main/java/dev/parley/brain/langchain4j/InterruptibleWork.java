package dev.parley.brain.langchain4j;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Work that blocks, whose thread is interrupted when it is cancelled. Thread-safe. */
final class InterruptibleWork<T> extends CompletableFuture<T> implements Runnable {
  private final Callable<T> work;
  private final Object threadLock = new Object();
  private @Nullable Thread thread;

  InterruptibleWork(Callable<T> work) {
    this.work = work;
  }

  @Override
  public void run() {
    synchronized (threadLock) {
      if (isDone()) {
        return;
      }
      thread = Thread.currentThread();
    }
    try {
      complete(work.call());
    } catch (Throwable failure) { // the edge of application code: reported as the tool's failure
      completeExceptionally(failure);
    } finally {
      release();
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
      if (cancelled && mayInterruptIfRunning && thread != null) {
        thread.interrupt();
      }
    }
    return cancelled;
  }
}
