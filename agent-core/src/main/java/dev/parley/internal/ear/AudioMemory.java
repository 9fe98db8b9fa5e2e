package dev.parley.internal.ear;

import dev.parley.audio.AudioFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * Keeps the audio since the last final transcript, so that a recogniser that was lost can hear it
 * again. Not thread-safe.
 */
final class AudioMemory {
  /** Design, section 7: bounded at 30 s. */
  private static final long MOST_NANOS = 30_000_000_000L;

  private final Deque<Kept> frames = new ArrayDeque<>();
  private long total;

  private record Kept(AudioFrame frame, long captured, long length) {}

  void add(AudioFrame frame, long captured, long length) {
    frames.add(new Kept(frame, captured, length));
    total += length;
    while (total > MOST_NANOS) {
      total -= frames.removeFirst().length();
    }
  }

  /** Forgets what was captured before this time. */
  void forgetBefore(long captured) {
    while (!frames.isEmpty()
        && frames.getFirst().captured() + frames.getFirst().length() <= captured) {
      total -= frames.removeFirst().length();
    }
  }

  void replay(BiConsumer<AudioFrame, Long> listener) {
    frames.forEach(kept -> listener.accept(kept.frame(), kept.captured()));
  }
}
