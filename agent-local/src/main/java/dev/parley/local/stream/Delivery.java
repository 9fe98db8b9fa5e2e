package dev.parley.local.stream;

import dev.parley.spi.CloseReason;
import dev.parley.spi.StreamListener;
import java.lang.System.Logger.Level;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Calls a stream's listener: one call at a time, nothing after {@code onClosed}, and that exactly
 * once. Thread-safe.
 *
 * <p>The lock is held during a call, so that {@link #close} on another thread waits for the call
 * that is going on and no result can slip out behind it. Listeners post to their loop and return,
 * so it is held for microseconds.
 *
 * @param <L> the kind of listener
 */
public final class Delivery<L extends StreamListener> {
  private static final System.Logger LOGGER = System.getLogger(Delivery.class.getName());

  private final L listener;
  private final ReentrantLock lock = new ReentrantLock();
  private volatile boolean closed;

  /** Creates the delivery to {@code listener}. */
  public Delivery(L listener) {
    this.listener = Objects.requireNonNull(listener, "listener");
  }

  /** Whether {@code onClosed} was called. */
  public boolean isClosed() {
    return closed;
  }

  /** Calls the listener, unless the stream has ended. */
  public void tell(Consumer<? super L> call) {
    lock.lock();
    try {
      if (!closed) {
        guarded(call);
      }
    } finally {
      lock.unlock();
    }
  }

  /** Ends the stream; only the first call counts. */
  public void close(CloseReason reason) {
    lock.lock();
    try {
      if (!closed) {
        closed = true;
        guarded(each -> each.onClosed(reason));
      }
    } finally {
      lock.unlock();
    }
  }

  private void guarded(Consumer<? super L> call) {
    try {
      call.accept(listener);
    } catch (
        RuntimeException
            failure) { // the edge: a listener's defect must not end the work of the stream
      LOGGER.log(Level.WARNING, "a listener failed", failure);
    }
  }
}
