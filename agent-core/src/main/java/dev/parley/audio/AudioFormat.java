package dev.parley.audio;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * The shape of PCM audio: 16-bit signed little-endian samples, channels interleaved.
 *
 * @param sampleRateHz samples a second in each channel, 8,000 to 192,000
 * @param channels 1 or 2
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AudioFormat(int sampleRateHz, int channels) {
  /** 16 kHz mono, what speech recognisers want and what Agora delivers before mixing. */
  public static final AudioFormat MONO_16K = mono(16_000);

  /** 24 kHz mono, what most voices speak. */
  public static final AudioFormat MONO_24K = mono(24_000);

  /** 48 kHz mono, what browsers play. */
  public static final AudioFormat MONO_48K = mono(48_000);

  private static final int BYTES_A_SAMPLE = 2;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  /** Checks the values. */
  public AudioFormat {
    if (sampleRateHz < 8_000 || sampleRateHz > 192_000) {
      throw new IllegalArgumentException(
          "sampleRateHz is " + sampleRateHz + ", must be 8000 to 192000; speech is usually 16000");
    }
    if (channels < 1 || channels > 2) {
      throw new IllegalArgumentException("channels is " + channels + ", must be 1 or 2");
    }
  }

  /** Returns the one-channel format of this rate. */
  public static AudioFormat mono(int sampleRateHz) {
    return new AudioFormat(sampleRateHz, 1);
  }

  /** Bytes of one sample in all channels. */
  public int bytesPerSample() {
    return channels * BYTES_A_SAMPLE;
  }

  /** Samples in each channel that {@code duration} holds, rounded down. */
  public long samplesIn(Duration duration) {
    long wholeSeconds = duration.getSeconds() * sampleRateHz;
    return wholeSeconds + duration.getNano() * (long) sampleRateHz / NANOS_A_SECOND;
  }

  /** How long {@code samples} in each channel last. */
  public Duration durationOf(long samples) {
    long seconds = samples / sampleRateHz;
    long rest = samples % sampleRateHz;
    return Duration.ofSeconds(seconds, rest * NANOS_A_SECOND / sampleRateHz);
  }
}
