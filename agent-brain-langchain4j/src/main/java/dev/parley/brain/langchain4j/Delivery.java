package dev.parley.brain.langchain4j;

import dev.parley.spi.CloseReason;
import dev.parley.spi.ReplyListener;
import java.lang.System.Logger.Level;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Calls a listener from any thread, one call at a time, and nothing after its one {@code onClosed}.
 * Never waits: whoever comes while a call is under way leaves theirs to the thread that is calling.
 * Thread-safe.
 *
 * <p>The queue holds what a few threads leave during one call, no more than a handful.
 */
final class Delivery {
  private static final System.Logger LOGGER = System.getLogger(Delivery.class.getName());

  private final ReplyListener listener;
  private final Queue<Consumer<ReplyListener>> waiting = new ConcurrentLinkedQueue<>();
  private final AtomicInteger size = new AtomicInteger();
  private final AtomicReference<@Nullable CloseReason> closed = new AtomicReference<>();

  Delivery(ReplyListener listener) {
    this.listener = listener;
  }

  boolean isClosed() {
    return closed.get() != null;
  }

  /** Tells something, unless the stream is closed. */
  void tell(Consumer<ReplyListener> call) {
    if (!isClosed()) {
      hand(each -> tellUnlessCancelled(each, call));
    }
  }

  private void tellUnlessCancelled(ReplyListener each, Consumer<ReplyListener> call) {
    if (closed.get() != CloseReason.cancelled()) {
      call.accept(each);
    }
  }

  /**
   * Closes the stream after what was told before, or at once if it is cancelled; the first counts.
   */
  boolean close(CloseReason reason) {
    boolean first = closed.compareAndSet(null, reason);
    if (first) {
      hand(each -> each.onClosed(reason));
    }
    return first;
  }

  private void hand(Consumer<ReplyListener> call) {
    waiting.add(call);
    if (size.getAndIncrement() == 0) {
      do {
        next();
      } while (size.decrementAndGet() > 0);
    }
  }

  private void next() {
    Consumer<ReplyListener> call = waiting.poll();
    try {
      if (call != null) {
        call.accept(listener);
      }
    } catch (RuntimeException failure) { // the edge: the stream must end all the same
      LOGGER.log(Level.ERROR, "a listener of a reply failed", failure);
    }
  }
}
