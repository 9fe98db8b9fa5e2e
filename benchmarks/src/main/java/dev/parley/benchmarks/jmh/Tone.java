package dev.parley.benchmarks.jmh;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.time.Duration;

/** Sound for benchmarks: 220 Hz at a quarter of full scale. */
final class Tone {
  private static final Duration FRAME = Duration.ofMillis(10);
  private static final double HERTZ = 220;

  private Tone() {}

  /** Returns 10 ms. */
  static AudioFrame frame(AudioFormat format) {
    return of(format, FRAME);
  }

  static AudioFrame of(AudioFormat format, Duration length) {
    var samples = new short[(int) format.samplesIn(length) * format.channels()];
    for (int i = 0; i < samples.length; i++) {
      int at = i / format.channels();
      samples[i] = (short) (8_000 * Math.sin(2 * Math.PI * HERTZ * at / format.sampleRateHz()));
    }
    return AudioFrame.ofSamples(format, samples);
  }
}
