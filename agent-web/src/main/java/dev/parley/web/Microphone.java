package dev.parley.web;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a page's binary messages into frames for the recogniser. Used in the room's serial only.
 */
final class Microphone {
  private static final Duration TELL_EVERY = Duration.ofSeconds(10);

  private final AudioFormat format;
  private final AudioBudget budget;
  private final @Nullable Resampler resampler;
  private long lost;
  private long toldAtNanos;

  /** Opens a microphone whose messages are 16-bit little-endian mono samples of this rate. */
  Microphone(int sampleRateHz, long nowNanos) {
    this.format = AudioFormat.mono(sampleRateHz);
    this.budget = new AudioBudget(format, nowNanos);
    this.toldAtNanos = nowNanos - TELL_EVERY.toNanos();
    this.resampler = format.equals(WebOptions.EAR) ? null : new Resampler(format, WebOptions.EAR);
  }

  /** Returns the message as a frame of 16 kHz mono, empty when it came too late to be heard. */
  AudioFrame hear(byte[] pcm, long nowNanos) throws BadMessage {
    if (pcm.length % format.bytesPerSample() != 0) {
      throw new BadMessage(
          "A binary message of %,d bytes ends in half a sample; send whole 16-bit samples."
              .formatted(pcm.length));
    }
    AudioFrame frame = AudioFrame.wrap(format, pcm);
    if (!budget.takes(frame.sampleCount(), nowNanos)) {
      lost += frame.sampleCount();
      return AudioFrame.wrap(WebOptions.EAR, new byte[0]);
    }
    return resampler == null ? frame : resampler.process(frame);
  }

  /**
   * Returns what the page should be told about sound that was not heard since it was last told, if
   * anything. Late sound is nobody's fault: a machine or a network that stood still sends all of it
   * at once when it goes on, and who has been told once need not be told for each of its frames.
   */
  Optional<String> loss(long nowNanos) {
    if (lost == 0 || nowNanos - toldAtNanos < TELL_EVERY.toNanos()) {
      return Optional.empty();
    }
    toldAtNanos = nowNanos;
    lost = 0;
    return Optional.of(
        "Part of what you said was lost: sound came faster than time passes, as it does after this"
            + " machine or the network stood still.");
  }
}
