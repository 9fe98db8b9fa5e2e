package dev.parley.agora;

import java.time.Duration;

/**
 * How much of the agent's voice is inside the SDK: the SDK does not tell, so it is what was pushed
 * less the time since. Thread-safe, never blocks.
 */
final class Voice {
  /** What the room wants ahead: an SDK that runs dry between pushes sends silence. */
  static final Duration LEAD = Duration.ofMillis(100);

  /** More than this is refused, for an interruption may not get it back. */
  static final Duration MOST = Duration.ofMillis(200);

  private long roundBeganNanos;
  private long pushedNanos;
  private int epoch;

  /** Books a frame, or returns false when too much is inside already. */
  synchronized boolean offer(Duration length, long nowNanos) {
    long inside = insideNanos(nowNanos);
    if (inside + length.toNanos() > MOST.toNanos()) {
      return false;
    }
    if (inside == 0) {
      roundBeganNanos = nowNanos;
      pushedNanos = 0;
    }
    pushedNanos += length.toNanos();
    return true;
  }

  /** What was offered and has not been played. */
  synchronized Duration buffered(long nowNanos) {
    return Duration.ofNanos(insideNanos(nowNanos));
  }

  /** Forgets what has not been played. @return whether there was anything */
  synchronized boolean clear(long nowNanos) {
    boolean sounding = insideNanos(nowNanos) > 0;
    pushedNanos = 0;
    epoch++;
    return sounding;
  }

  /** Changes with every {@link #clear}: frames of an earlier one are not to be pushed any more. */
  synchronized int epoch() {
    return epoch;
  }

  private long insideNanos(long nowNanos) {
    return Math.max(0, pushedNanos - (nowNanos - roundBeganNanos));
  }
}
