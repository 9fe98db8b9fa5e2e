package dev.parley.tts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two replies apart on a connection whose audio carries no id: until the vendor has confirmed
 * a cancel, what comes is the old reply's, and the next one's text is held back. Used in the line's
 * serial context only.
 *
 * <p>A vendor that does not confirm in time loses the connection; the next reply gets another.
 */
final class Handover {
  private final Line line;
  private final Failures failures;
  private final Duration limit;
  private final Watch watch;
  private @Nullable Runnable next;
  private boolean pending;

  Handover(Line line, Failures failures, Duration limit) {
    this.line = line;
    this.failures = failures;
    this.limit = limit;
    this.watch = line.newWatch();
  }

  /** Whether what comes now is a cancelled reply's. */
  boolean isPending() {
    return pending;
  }

  /** A cancel has been sent. */
  void cancelled() {
    if (!pending) {
      pending = true;
      watch.set(limit, () -> line.fail(failures.unconfirmed(limit)));
    }
  }

  /** The vendor has confirmed it. */
  void confirmed() {
    if (!pending) {
      return;
    }
    pending = false;
    watch.cancel();
    line.pool().dead(line);
    Runnable held = next;
    next = null;
    if (held != null) {
      held.run();
    }
  }

  /** Runs the task as soon as the connection is the next reply's; the last one counts. */
  void whenFree(Runnable task) {
    if (pending) {
      next = task;
    } else {
      task.run();
    }
  }
}
