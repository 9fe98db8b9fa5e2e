package dev.parley.stt.assemblyai;

import dev.parley.audio.AudioFrame;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Frames on their way from the session loop into the stream's context. Thread-safe.
 *
 * <p>Its bound is on audio that was never sent, wherever it waits. A frame that is refused is not
 * part of the stream: stream time stands still for it.
 */
final class Intake {
  private final long mostSamples;
  private final ArrayDeque<AudioFrame> frames = new ArrayDeque<>();
  private long taken;
  private long sent;
  private long refused;

  Intake(long mostSamples) {
    this.mostSamples = mostSamples;
  }

  /** Takes a frame, or refuses it because too much waits. */
  synchronized boolean offer(AudioFrame frame) {
    int samples = frame.sampleCount();
    if (taken + samples - sent > mostSamples) {
      refused += samples;
      return false;
    }
    frames.addLast(frame);
    taken += samples;
    return true;
  }

  synchronized boolean isEmpty() {
    return frames.isEmpty();
  }

  /** Hands over everything that waits, in order. */
  void drain(Consumer<AudioFrame> consumer) {
    for (AudioFrame next = next(); next != null; next = next()) {
      consumer.accept(next);
    }
  }

  private synchronized @Nullable AudioFrame next() {
    return frames.poll();
  }

  /** Notes how many of the samples that were taken have been sent, each counted once. */
  synchronized void sent(long samples) {
    sent = samples;
  }

  /** Returns how many samples were refused since the last call of this. */
  synchronized long takeRefused() {
    long samples = refused;
    refused = 0;
    return samples;
  }
}
