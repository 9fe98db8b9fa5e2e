package dev.parley.tts;

import java.util.concurrent.atomic.AtomicLong;

/** Counts something, for the tests and for the next stream to report. Thread-safe. */
final class Tally {
  private final AtomicLong total = new AtomicLong();
  private final AtomicLong reported = new AtomicLong();

  void count() {
    total.incrementAndGet();
  }

  /** How many there were in all. */
  long total() {
    return total.get();
  }

  /** How many there were since this was asked last. */
  long take() {
    long now = total.get();
    return now - reported.getAndSet(now);
  }
}
