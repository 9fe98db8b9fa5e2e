package dev.parley.brain.langchain4j;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A reply's use of a lookup, which other requests may use too. Thread-safe. */
final class LookupUse {
  private final Lookup lookup;
  private final CompletableFuture<Found> result;
  private final AtomicBoolean ended = new AtomicBoolean();

  /** Takes over a use that {@link Lookup#use} has counted. */
  LookupUse(Lookup lookup) {
    this.lookup = lookup;
    this.result = lookup.result().copy();
  }

  boolean isDone() {
    return result.isDone();
  }

  /**
   * Waits without a thread, then ends.
   *
   * @param then is given what was found; null: too late, or it failed
   */
  void await(SessionClock clock, Duration most, Consumer<@Nullable Found> then) {
    Cancellable limit =
        result.isDone() ? Cancellable.NONE : clock.schedule(most, () -> result.cancel(false));
    var unused =
        result.whenComplete(
            (found, failure) -> {
              limit.cancel();
              end();
              then.accept(failure == null ? found : null);
            });
  }

  /** Waits no longer; only the first time counts. */
  void end() {
    if (ended.compareAndSet(false, true)) {
      result.cancel(false);
      lookup.leave();
    }
  }
}
