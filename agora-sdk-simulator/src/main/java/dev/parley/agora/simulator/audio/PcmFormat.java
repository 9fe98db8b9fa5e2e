package dev.parley.agora.simulator.audio;

/**
 * The shape of 16-bit little-endian interleaved PCM.
 *
 * @param sampleRateHz samples a second and channel
 * @param channels 1 or 2
 */
public record PcmFormat(int sampleRateHz, int channels) {
  /** Speech as agents hear it: 16 kHz, mono. */
  public static final PcmFormat SPEECH = new PcmFormat(16_000, 1);

  private static final int BYTES_PER_SAMPLE = 2;

  /** Checks the values. */
  public PcmFormat {
    if (!isSupported(sampleRateHz, channels)) {
      throw new IllegalArgumentException(
          "format is "
              + sampleRateHz
              + " Hz with "
              + channels
              + " channels; give 8000 to 48000 Hz and 1 or 2 channels");
    }
  }

  /** Whether the simulator can carry such audio. */
  public static boolean isSupported(int sampleRateHz, int channels) {
    return sampleRateHz >= 8_000 && sampleRateHz <= 48_000 && (channels == 1 || channels == 2);
  }

  /** Returns the bytes of one whole millisecond; the SDK takes multiples of it. */
  public int bytesPerMillisecond() {
    return sampleRateHz / 1_000 * channels * BYTES_PER_SAMPLE;
  }

  /** Returns the samples of one channel in a frame of 10 ms. */
  public int samplesPerFrame() {
    return sampleRateHz / 100;
  }

  /** Returns the bytes of a frame of 10 ms. */
  public int bytesPerFrame() {
    return samplesPerFrame() * channels * BYTES_PER_SAMPLE;
  }
}
