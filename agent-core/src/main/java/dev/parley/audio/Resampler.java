package dev.parley.audio;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Converts a stream of frames to another sample rate and number of channels. Not thread-safe; one
 * for each stream.
 *
 * <p>A windowed-sinc polyphase filter of our own, because the JDK's converter does not filter and
 * folds high tones back at full level. It is flat to 0.8 of the lower Nyquist frequency and 88 dB
 * down at that frequency. The result does not depend on how the stream was cut into frames. Two
 * channels become one by their mean; one becomes two by repetition.
 *
 * <p>What comes out lags by {@link #delay()}, 2 ms when the lower rate is 16 kHz; {@link #flush()}
 * gives the rest, and then {@code n} samples have become exactly {@code n * to / from}, rounded up.
 * Between equal rates nothing is filtered and nothing lags.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Resampler {
  private final AudioFormat from;
  private final AudioFormat to;
  private final @Nullable RateConverter converter;

  /** Creates a resampler between two formats. */
  public Resampler(AudioFormat from, AudioFormat to) {
    this.from = Objects.requireNonNull(from, "from");
    this.to = Objects.requireNonNull(to, "to");
    this.converter = from.sampleRateHz() == to.sampleRateHz() ? null : new RateConverter(from, to);
  }

  /** The format that goes in. */
  public AudioFormat from() {
    return from;
  }

  /** The format that comes out. */
  public AudioFormat to() {
    return to;
  }

  /**
   * How many samples, of the rate that goes in, the filter waits for before it gives the first; 0
   * between equal rates.
   */
  public int delayInSamples() {
    return converter == null ? 0 : converter.delayInSamples();
  }

  /** How long the filter waits before it gives the first sample; zero between equal rates. */
  public Duration delay() {
    return from.durationOf(delayInSamples());
  }

  /**
   * Converts what can be converted so far. Allocates the result and nothing else.
   *
   * @return the next part of the stream, with no sample when the filter still waits; {@code frame}
   *     itself when the formats are equal
   * @throws IllegalArgumentException when the frame has another format than {@link #from()}
   */
  public AudioFrame process(AudioFrame frame) {
    if (!frame.format().equals(from)) {
      throw new IllegalArgumentException(
          "the frame is %s, but this resampler takes %s; make another resampler"
              .formatted(frame.format(), from));
    }
    return converter == null ? Channels.convert(frame, to) : converter.process(frame);
  }

  /**
   * Ends the stream: returns what the filter still holds, after which the resampler is as new and
   * takes another stream.
   */
  public AudioFrame flush() {
    return converter == null ? AudioFrame.wrap(to, new byte[0]) : converter.flush();
  }
}
