package dev.parley.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Sounds to test with, ways to cut them, and what is in them. */
final class Signals {
  private Signals() {}

  /** The same sine in every channel, at this level below full scale. */
  static AudioFrame sine(AudioFormat format, double hertz, double dbfs, int samples) {
    double amplitude = 32_768 * Decibels.toFactor(dbfs);
    var pcm = new short[samples * format.channels()];
    for (int i = 0; i < pcm.length; i++) {
      int at = i / format.channels();
      double value = amplitude * Math.sin(2 * Math.PI * hertz * at / format.sampleRateHz());
      pcm[i] = (short) Math.max(-32_768, Math.min(32_767, Math.rint(value)));
    }
    return AudioFrame.ofSamples(format, pcm);
  }

  /** White noise, other in every channel. */
  static AudioFrame noise(AudioFormat format, int samples, Random random) {
    var pcm = new byte[samples * format.bytesPerSample()];
    random.nextBytes(pcm);
    return AudioFrame.wrap(format, pcm);
  }

  static AudioFrame constant(AudioFormat format, int value, int samples) {
    var pcm = new short[samples * format.channels()];
    Arrays.fill(pcm, (short) value);
    return AudioFrame.ofSamples(format, pcm);
  }

  /** Cuts a frame at random, also into frames without samples. */
  static List<AudioFrame> cut(AudioFrame whole, Random random) {
    var parts = new ArrayList<AudioFrame>();
    int at = 0;
    while (at < whole.sampleCount()) {
      int most = random.nextInt(4) == 0 ? whole.sampleCount() : 700;
      int next = Math.min(whole.sampleCount(), at + random.nextInt(most));
      parts.add(whole.slice(at, next));
      at = next;
    }
    return parts;
  }

  static AudioFrame join(AudioFormat format, List<AudioFrame> parts) {
    var pcm = new byte[parts.stream().mapToInt(AudioFrame::byteLength).sum()];
    int at = 0;
    for (AudioFrame each : parts) {
      each.copyTo(pcm, at);
      at += each.byteLength();
    }
    return AudioFrame.wrap(format, pcm);
  }

  /** Collects the frames that {@code run} hands out. */
  static AudioFrame collect(AudioFormat format, Consumer<Consumer<AudioFrame>> run) {
    var parts = new ArrayList<AudioFrame>();
    run.accept(parts::add);
    return join(format, parts);
  }

  /**
   * The sine of this frequency that fits best: its level and that of all else, in dBFS of the
   * amplitude.
   */
  static Fit fit(AudioFrame mono, double hertz, int from, int to) {
    double[] sums = new double[5]; // ss, cc, sc, ys, yc
    for (int i = from; i < to; i++) {
      double s = Math.sin(angle(mono, hertz, i));
      double c = Math.cos(angle(mono, hertz, i));
      sums[0] += s * s;
      sums[1] += c * c;
      sums[2] += s * c;
      sums[3] += mono.sample(i) * s;
      sums[4] += mono.sample(i) * c;
    }
    double determinant = sums[0] * sums[1] - sums[2] * sums[2];
    double a = (sums[3] * sums[1] - sums[4] * sums[2]) / determinant;
    double b = (sums[4] * sums[0] - sums[3] * sums[2]) / determinant;
    double rest = 0;
    for (int i = from; i < to; i++) {
      double angle = angle(mono, hertz, i);
      double error = mono.sample(i) - a * Math.sin(angle) - b * Math.cos(angle);
      rest += error * error;
    }
    double level = Decibels.of(Math.hypot(a, b) / 32_768);
    double noise = Decibels.of(Math.sqrt(2 * rest / (to - from)) / 32_768);
    return new Fit(level, noise, Math.toDegrees(Math.atan2(b, a)));
  }

  private static double angle(AudioFrame mono, double hertz, int i) {
    return 2 * Math.PI * hertz * i / mono.format().sampleRateHz();
  }

  /**
   * What a fit found.
   *
   * @param level the amplitude of the sine, dBFS
   * @param noise the amplitude of a sine with the energy of all else, dBFS
   * @param phase where the sine begins, degrees
   */
  record Fit(double level, double noise, double phase) {
    double signalToNoise() {
      return level - noise;
    }
  }
}
