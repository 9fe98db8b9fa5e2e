package dev.parley.agora.simulator.engine;

import java.time.Duration;

/**
 * Estimates whether everything pushed has been played, by the clock alone: a round begins with the
 * first push after the round before has had the time to play, and is over 180 ms after its own
 * time.
 */
final class PushClock {
  private static final long MARGIN_NANOS = Duration.ofMillis(180).toNanos();

  private boolean running;
  private long start;
  private long pushed;

  void push(long now, long durationNanos) {
    if (!running || now - start >= pushed) {
      running = true;
      start = now;
      pushed = 0;
    }
    pushed += durationNanos;
  }

  boolean isCompleted(long now) {
    return !running || now - start > pushed + MARGIN_NANOS;
  }

  void reset() {
    running = false;
    pushed = 0;
  }
}
