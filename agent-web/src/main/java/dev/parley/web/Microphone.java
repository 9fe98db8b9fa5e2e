package dev.parley.web;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page's binary messages into frames for the recogniser. Used in the room's serial only.
 */
final class Microphone {
  private final AudioFormat format;
  private final AudioBudget budget;
  private final @Nullable Resampler resampler;

  /** Opens a microphone whose messages are 16-bit little-endian mono samples of this rate. */
  Microphone(int sampleRateHz, long nowNanos) {
    this.format = AudioFormat.mono(sampleRateHz);
    this.budget = new AudioBudget(format, nowNanos);
    this.resampler = format.equals(WebOptions.EAR) ? null : new Resampler(format, WebOptions.EAR);
  }

  /** Returns the message as a frame of 16 kHz mono. */
  AudioFrame hear(byte[] pcm, long nowNanos) throws BadMessage {
    if (pcm.length % format.bytesPerSample() != 0) {
      throw new BadMessage(
          "A binary message of %,d bytes ends in half a sample; send whole 16-bit samples."
              .formatted(pcm.length));
    }
    AudioFrame frame = AudioFrame.wrap(format, pcm);
    if (!budget.takes(frame.sampleCount(), nowNanos)) {
      throw new BadMessage(
          "The microphone sends faster than time passes; send %,d samples a second."
              .formatted(format.sampleRateHz()));
    }
    return resampler == null ? frame : resampler.process(frame);
  }
}
