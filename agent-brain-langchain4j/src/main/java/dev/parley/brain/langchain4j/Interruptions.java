package dev.parley.brain.langchain4j;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * Blocking work of a reply, one at a time on the thread that asks for it, which is interrupted when
 * the reply is closed. Thread-safe.
 */
final class Interruptions {
  private @Nullable InterruptibleWork<?> running;
  private boolean closed;

  /** Does it now. @return null when it was interrupted, or may not begin any more */
  <T> @Nullable T call(Callable<T> code) {
    var work = new InterruptibleWork<T>(code);
    synchronized (this) {
      if (closed) {
        return null;
      }
      running = work;
    }
    work.run();
    try {
      return work.isCancelled() ? null : work.join();
    } catch (CompletionException failure) {
      throw Failures.of(failure);
    }
  }

  /** Interrupts what runs and whatever comes. */
  void close() {
    InterruptibleWork<?> last;
    synchronized (this) {
      closed = true;
      last = running;
    }
    if (last != null) {
      last.cancel(true);
    }
  }
}
