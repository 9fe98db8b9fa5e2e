package dev.parley.testkit;

import dev.parley.audio.AudioFrame;
import java.nio.ShortBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The way from a fake room to the ears in it: what is offered now is heard {@code delay} later, one
 * frame after the other. Keeps the account of what has been heard to the nanosecond.
 */
final class Speaker {
  private static final Duration MOST_WAITING = Duration.ofSeconds(1);

  private final long delayNanos;
  private final List<Played> played = new ArrayList<>();
  private int firstUnheard;
  private long busyUntilNanos = Long.MIN_VALUE;

  private record Played(long fromNanos, long toNanos, double gain) {}

  Speaker(Duration delay) {
    this.delayNanos = delay.toNanos();
  }

  /** Takes a frame, unless a second more than the delay waits already. */
  boolean offer(AudioFrame frame, long nowNanos) {
    if (bufferedNanos(nowNanos) > delayNanos + MOST_WAITING.toNanos()) {
      return false;
    }
    long from = Math.max(nowNanos + delayNanos, busyUntilNanos);
    busyUntilNanos = from + frame.duration().toNanos();
    played.add(new Played(from, busyUntilNanos, gainOf(frame)));
    return true;
  }

  private static double gainOf(AudioFrame frame) {
    ShortBuffer samples = frame.asByteBuffer().asShortBuffer();
    int loudest = 0;
    for (int i = 0; i < samples.limit(); i++) {
      loudest = Math.max(loudest, Math.abs((int) samples.get(i)));
    }
    return (double) loudest / ScriptedTts.LOUDNESS;
  }

  /** Forgets what has not been heard; a frame that is being heard is cut. */
  void clear(long nowNanos) {
    skipHeard(nowNanos);
    List<Played> unheard = played.subList(firstUnheard, played.size());
    List<Played> cut =
        unheard.stream()
            .filter(each -> each.fromNanos < nowNanos)
            .map(each -> new Played(each.fromNanos, nowNanos, each.gain))
            .toList();
    unheard.clear();
    played.addAll(cut);
    busyUntilNanos = Math.min(busyUntilNanos, nowNanos);
  }

  long bufferedNanos(long nowNanos) {
    skipHeard(nowNanos);
    long sum = 0;
    for (Played each : played.subList(firstUnheard, played.size())) {
      sum += each.toNanos - Math.max(each.fromNanos, nowNanos);
    }
    return sum;
  }

  /** When all that was offered has been heard; now or earlier when nothing waits. */
  long silentAtNanos() {
    return busyUntilNanos;
  }

  private void skipHeard(long nowNanos) {
    while (firstUnheard < played.size() && played.get(firstUnheard).toNanos <= nowNanos) {
      firstUnheard++;
    }
  }

  /**
   * What was offered and not cleared, in order, with times counted from {@code originNanos}; what
   * waits is in it.
   */
  List<HeardFrame> frames(long originNanos) {
    return played.stream()
        .map(
            each ->
                new HeardFrame(
                    Duration.ofNanos(each.fromNanos - originNanos),
                    Duration.ofNanos(each.toNanos - originNanos),
                    each.gain))
        .toList();
  }
}
