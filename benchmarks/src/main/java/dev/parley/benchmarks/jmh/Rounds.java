package dev.parley.benchmarks.jmh;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Lets a benchmark wait for what happens on another thread, for ten seconds at most. */
final class Rounds {
  private static final long MOST_SECONDS = 10;

  private final String what;
  private final Semaphore happened = new Semaphore(0);

  Rounds(String what) {
    this.what = what;
  }

  /** It happened once. Thread-safe. */
  void happened() {
    happened.release();
  }

  /** Waits until it has happened once more. */
  void await() {
    try {
      if (!happened.tryAcquire(MOST_SECONDS, TimeUnit.SECONDS)) {
        throw new IllegalStateException(what + " did not happen within 10 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + what, e);
    }
  }

  /** Forgets what has happened. */
  void reset() {
    happened.drainPermits();
  }
}
