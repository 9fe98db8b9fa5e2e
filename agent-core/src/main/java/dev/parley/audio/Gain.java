package dev.parley.audio;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Makes a stream of frames louder or softer, in a short ramp so that nothing clicks. Not
 * thread-safe; one for each stream.
 *
 * <p>Begins at 0 dB, which leaves samples as they are. The result does not depend on how the stream
 * was cut into frames.
 *
 * <pre>{@code
 * gain.rampTo(-12, Duration.ofMillis(20)); // duck
 * gain.rampTo(Gain.SILENT, Duration.ofMillis(10)); // fade a cut
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Gain {
  /** The gain in decibels that leaves nothing. */
  public static final double SILENT = Double.NEGATIVE_INFINITY;

  private static final double MOST_DECIBELS = 40;

  private final AudioFormat format;
  private double start = 1;
  private double target = 1;
  private long length;
  private long passed;

  /** Creates a gain of 0 dB for frames of this format. */
  public Gain(AudioFormat format) {
    this.format = Objects.requireNonNull(format, "format");
  }

  /**
   * Moves to another gain, from the present one and from the next sample on; the amplitude changes
   * linearly.
   *
   * @param decibels {@link #SILENT}, or up to 40
   * @param duration how long the ramp is; zero changes at once, and may click
   */
  public void rampTo(double decibels, Duration duration) {
    if (Double.isNaN(decibels) || decibels > MOST_DECIBELS) {
      throw new IllegalArgumentException(
          "decibels is " + decibels + ", must be at most 40; below 0 is softer");
    }
    if (duration.isNegative()) {
      throw new IllegalArgumentException(
          "duration is "
              + duration
              + ", must not be negative; use Duration.ZERO to change at once");
    }
    start = factorAfter(0);
    target = Decibels.toFactor(decibels);
    length = format.samplesIn(duration);
    passed = 0;
  }

  /** Whether the ramp has not reached its end. */
  public boolean isRamping() {
    return passed < length;
  }

  /** Whether everything from the next sample on will be silence: a fade has reached its end. */
  public boolean isSilent() {
    return !isRamping() && target == 0;
  }

  /**
   * Returns the next frame at the present gain; {@code frame} itself at 0 dB. What becomes too loud
   * is clipped.
   *
   * @throws IllegalArgumentException when the frame has another format than this gain
   */
  public AudioFrame process(AudioFrame frame) {
    if (!frame.format().equals(format)) {
      throw new IllegalArgumentException(
          "the frame is %s, but this gain takes %s".formatted(frame.format(), format));
    }
    if (!isRamping() && target == 1) {
      return frame;
    }
    var pcm = new byte[frame.byteLength()];
    apply(frame, pcm);
    passed = Math.min(length, passed + frame.sampleCount());
    return AudioFrame.wrap(format, pcm);
  }

  private void apply(AudioFrame frame, byte[] pcm) {
    int channels = format.channels();
    for (int i = 0; i < frame.sampleCount(); i++) {
      double factor = factorAfter(i + 1);
      for (int channel = 0; channel < channels; channel++) {
        int index = i * channels + channel;
        Pcm.put(pcm, index, (float) (frame.sample(index) * factor));
      }
    }
  }

  /** The factor after so many more samples; the last sample of a ramp has the target. */
  private double factorAfter(int samples) {
    long at = passed + samples;
    return at >= length ? target : start + (target - start) * at / length;
  }
}
