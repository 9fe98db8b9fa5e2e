package dev.parley.internal.ear;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Maps a recogniser's stream time to the session's clock, also when the participant's audio had
 * gaps. Not thread-safe.
 */
final class StreamTime {
  /**
   * Audio that comes so much later than the audio before it would suggest was cut off in between.
   */
  private static final long GAP_NANOS = 60_000_000L;

  private static final int KEPT = 64;

  private final Deque<Anchor> anchors = new ArrayDeque<>();
  private long offered;

  /** From this stream time on, audio was captured at this time of the clock. */
  private record Anchor(long stream, long captured) {}

  /** Books audio that was offered and had been captured from {@code captured} on. */
  void offered(long captured, long length) {
    Anchor last = anchors.peekLast();
    if (last == null || captured - (last.captured() + offered - last.stream()) > GAP_NANOS) {
      anchors.add(new Anchor(offered, captured));
      if (anchors.size() > KEPT) {
        anchors.removeFirst();
      }
    }
    offered += length;
  }

  /** When what stands at this stream time was captured. */
  long captured(long stream) {
    Anchor best = null;
    for (Anchor anchor : anchors) {
      if (best == null || anchor.stream() <= stream) {
        best = anchor;
      }
    }
    return best == null ? stream : best.captured() + stream - best.stream();
  }
}
