package dev.parley.stt.assemblyai;

import dev.parley.audio.AudioFrame;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames on their way from the session loop into the stream's context, and the gaps between them.
 * Thread-safe.
 *
 * <p>Its bound is on audio that was never sent, wherever it waits. A frame that is refused leaves a
 * gap in stream time.
 */
final class Intake {
  private final long mostSamples;
  private final ArrayDeque<Object> entries = new ArrayDeque<>();
  private long taken;
  private long sent;
  private long lost;

  Intake(long mostSamples) {
    this.mostSamples = mostSamples;
  }

  /** Takes a frame, or refuses it because too much waits. */
  synchronized boolean offer(AudioFrame frame) {
    int samples = frame.sampleCount();
    if (taken + samples - sent > mostSamples) {
      lost += samples;
      return false;
    }
    noteLost();
    entries.addLast(frame);
    taken += samples;
    return true;
  }

  private void noteLost() {
    if (lost > 0) {
      entries.addLast(lost);
      lost = 0;
    }
  }

  /** Hands over everything that waits, in order. */
  void drain(Consumer<AudioFrame> frames, LongConsumer gaps) {
    for (Object next = next(); next != null; next = next()) {
      if (next instanceof AudioFrame frame) {
        frames.accept(frame);
      } else {
        gaps.accept((Long) next);
      }
    }
  }

  private synchronized @Nullable Object next() {
    return entries.poll();
  }

  /** Takes the samples that were refused and not followed by a frame. */
  synchronized long takeLost() {
    long samples = lost;
    lost = 0;
    return samples;
  }

  /** Notes how many of the samples that were taken have been sent, each counted once. */
  synchronized void sent(long samples) {
    sent = samples;
  }
}
