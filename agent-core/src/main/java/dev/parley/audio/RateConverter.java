package dev.parley.audio;

import java.math.BigInteger;
import java.util.Arrays;

/**
 * The filter at work: a window over each channel slides along the input, and every output sample is
 * the product of the window with the coefficients of its phase. Not thread-safe.
 *
 * <p>Output sample {@code k} lies at input time {@code k * down / up}; {@code base} and {@code
 * phase} are the whole part, as an index into the windows, and the numerator of the rest, for the
 * next output sample.
 */
final class RateConverter {
  /** Input is taken in portions of so many samples, so that the windows have a fixed size. */
  private static final int PORTION = 1024;

  private final AudioFormat to;
  private final int inChannels;
  private final int up;
  private final int down;
  private final FilterBank bank;
  private final int half;
  private final float[][] windows;

  private int filled;
  private int base;
  private int phase;

  RateConverter(AudioFormat from, AudioFormat to) {
    int divisor =
        BigInteger.valueOf(from.sampleRateHz())
            .gcd(BigInteger.valueOf(to.sampleRateHz()))
            .intValue();
    this.to = to;
    this.inChannels = from.channels();
    this.up = to.sampleRateHz() / divisor;
    this.down = from.sampleRateHz() / divisor;
    this.bank = FilterBank.of(up, down);
    this.half = bank.half();
    this.windows = new float[Math.min(from.channels(), to.channels())][2 * half + PORTION];
    reset();
  }

  int delayInSamples() {
    return half;
  }

  AudioFrame process(AudioFrame frame) {
    int samples = frame.sampleCount();
    var pcm = new byte[outputOf(samples) * to.bytesPerSample()];
    int written = 0;
    for (int from = 0; from < samples; from += PORTION) {
      load(frame, from, Math.min(PORTION, samples - from));
      written = convert(pcm, written);
    }
    return AudioFrame.wrap(to, pcm);
  }

  AudioFrame flush() {
    var pcm = new byte[outputOf(half) * to.bytesPerSample()];
    int written = 0;
    for (int left = half; left > 0; left -= PORTION) {
      loadSilence(Math.min(PORTION, left));
      written = convert(pcm, written);
    }
    reset();
    return AudioFrame.wrap(to, pcm);
  }

  /** Before its beginning the stream is silent. */
  private void reset() {
    for (float[] window : windows) {
      Arrays.fill(window, 0);
    }
    filled = half - 1;
    base = half - 1;
    phase = 0;
  }

  /** How many output samples there will be after {@code samples} more of input. */
  private int outputOf(int samples) {
    long reachable = (long) filled + samples - half - base;
    long whole = reachable * up - phase;
    return whole <= 0 ? 0 : Math.toIntExact((whole + down - 1) / down);
  }

  private void load(AudioFrame frame, int from, int count) {
    if (windows.length < inChannels) {
      loadMean(frame, from, count);
    } else {
      for (int channel = 0; channel < inChannels; channel++) {
        float[] window = windows[channel];
        for (int i = 0; i < count; i++) {
          window[filled + i] = frame.sample((from + i) * inChannels + channel);
        }
      }
    }
    filled += count;
  }

  private void loadMean(AudioFrame frame, int from, int count) {
    float[] window = windows[0];
    for (int i = 0; i < count; i++) {
      int left = 2 * (from + i);
      window[filled + i] = 0.5f * (frame.sample(left) + frame.sample(left + 1));
    }
  }

  private void loadSilence(int count) {
    for (float[] window : windows) {
      Arrays.fill(window, filled, filled + count, 0);
    }
    filled += count;
  }

  /**
   * Writes all output samples whose window is complete, then slides on; returns how many are
   * written in all.
   */
  private int convert(byte[] pcm, int alreadyWritten) {
    int written = alreadyWritten;
    while (base + half < filled) {
      write(pcm, written * to.channels());
      written++;
      phase += down;
      base += phase / up;
      phase %= up;
    }
    slide();
    return written;
  }

  private void write(byte[] pcm, int index) {
    float sample = sampleIn(windows[0]);
    Pcm.put(pcm, index, sample);
    if (to.channels() == 2) {
      Pcm.put(pcm, index + 1, windows.length == 2 ? sampleIn(windows[1]) : sample);
    }
  }

  private void slide() {
    int first = base - half + 1;
    for (float[] window : windows) {
      System.arraycopy(window, first, window, 0, filled - first);
    }
    filled -= first;
    base -= first;
  }

  private float sampleIn(float[] window) {
    int first = base - half + 1;
    if (bank.phases() == up) {
      return product(window, first, bank.row(phase));
    }
    double position = (double) phase * bank.phases() / up;
    int row = (int) position;
    float before = product(window, first, bank.row(row));
    float after = product(window, first, bank.row(row + 1));
    return before + (float) (position - row) * (after - before);
  }

  /**
   * Four sums, so that one addition need not wait for the last; their number divides that of the
   * coefficients.
   */
  private static float product(float[] window, int first, float[] row) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = 0; i < row.length; i += 4) {
      a += window[first + i] * row[i];
      b += window[first + i + 1] * row[i + 1];
      c += window[first + i + 2] * row[i + 2];
      d += window[first + i + 3] * row[i + 3];
    }
    return (a + b) + (c + d);
  }
}
