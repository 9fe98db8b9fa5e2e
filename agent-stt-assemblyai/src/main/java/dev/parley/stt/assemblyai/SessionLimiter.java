package dev.parley.stt.assemblyai;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Spreads the opening of sessions of all streams of an engine, because the account's limit is on
 * new sessions a minute: a fleet that reconnects at once would lock itself out. Thread-safe.
 */
final class SessionLimiter {
  private static final long NANOS_A_MINUTE = 60_000_000_000L;

  private final int perMinute;
  private final ArrayDeque<Long> booked = new ArrayDeque<>();

  /**
   * Creates a limiter.
   *
   * @param perMinute most sessions in any minute; 0: no limit
   */
  SessionLimiter(int perMinute) {
    this.perMinute = perMinute;
  }

  /** Books the next place and returns how long it is until then. */
  synchronized Duration book(long nowNanos) {
    if (perMinute == 0) {
      return Duration.ZERO;
    }
    long at = nowNanos;
    if (booked.size() == perMinute) {
      at = Math.max(nowNanos, booked.removeFirst() + NANOS_A_MINUTE);
    }
    booked.addLast(at);
    return Duration.ofNanos(at - nowNanos);
  }
}
