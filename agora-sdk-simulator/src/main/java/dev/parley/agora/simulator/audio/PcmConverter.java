package dev.parley.agora.simulator.audio;

import java.util.Arrays;

/**
 * Converts a stream of 10 ms frames to another rate and number of channels. Equal formats pass
 * unchanged, byte for byte. Not thread-safe; one for each stream.
 *
 * <p>Rates are converted by a windowed sinc, which delays the audio by under 2 ms.
 */
public final class PcmConverter {
  private static final int LOBES = 8;

  private final PcmFormat from;
  private final PcmFormat to;
  private final int reach;
  private final double[][] taps;
  private final double[][] history;

  /** Makes a converter with an empty history. */
  public PcmConverter(PcmFormat from, PcmFormat to) {
    this.from = from;
    this.to = to;
    double step = (double) from.samplesPerFrame() / to.samplesPerFrame();
    reach = (int) Math.ceil(LOBES * Math.max(1, step));
    taps = from.sampleRateHz() == to.sampleRateHz() ? new double[0][] : taps(step);
    history = new double[to.channels()][2 * reach];
  }

  /** Returns the format that comes in. */
  public PcmFormat from() {
    return from;
  }

  /** Converts one frame of 10 ms; the result is a frame of 10 ms. */
  public byte[] convert(byte[] frame) {
    if (from.equals(to)) {
      return frame;
    }
    byte[] converted = new byte[to.bytesPerFrame()];
    for (int channel = 0; channel < to.channels(); channel++) {
      double[] samples = resample(channelOf(frame, channel), channel);
      for (int i = 0; i < samples.length; i++) {
        Loudness.setSample(converted, i * to.channels() + channel, samples[i]);
      }
    }
    return converted;
  }

  private double[] channelOf(byte[] frame, int channel) {
    double[] samples = new double[from.samplesPerFrame()];
    for (int i = 0; i < samples.length; i++) {
      int first = i * from.channels();
      if (from.channels() == to.channels()) {
        samples[i] = Loudness.sample(frame, first + channel);
      } else if (from.channels() == 1) {
        samples[i] = Loudness.sample(frame, first);
      } else {
        samples[i] = (Loudness.sample(frame, first) + Loudness.sample(frame, first + 1)) / 2.0;
      }
    }
    return samples;
  }

  private double[] resample(double[] samples, int channel) {
    if (taps.length == 0) {
      return samples;
    }
    double[] past = history[channel];
    double[] line = Arrays.copyOf(past, past.length + samples.length);
    System.arraycopy(samples, 0, line, past.length, samples.length);
    double[] out = new double[taps.length];
    for (int i = 0; i < out.length; i++) {
      int start = (int) ((long) i * samples.length / out.length);
      for (int k = 0; k < taps[i].length; k++) {
        out[i] += taps[i][k] * line[start + k];
      }
    }
    System.arraycopy(line, samples.length, past, 0, past.length);
    return out;
  }

  private double[][] taps(double step) {
    double cutoff = Math.min(1, 1 / step);
    double[][] all = new double[to.samplesPerFrame()][2 * reach];
    for (int i = 0; i < all.length; i++) {
      long position = (long) i * from.samplesPerFrame();
      double fraction = (double) (position % all.length) / all.length;
      normalise(fill(all[i], fraction, cutoff));
    }
    return all;
  }

  private double[] fill(double[] row, double fraction, double cutoff) {
    for (int k = 0; k < row.length; k++) {
      double distance = k - (reach + fraction);
      double window = 0.5 + 0.5 * Math.cos(Math.PI * distance / (reach + 1));
      row[k] = sinc(distance * cutoff) * window;
    }
    return row;
  }

  private static void normalise(double[] row) {
    double sum = Arrays.stream(row).sum();
    for (int k = 0; k < row.length; k++) {
      row[k] /= sum;
    }
  }

  private static double sinc(double x) {
    return x == 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
  }
}
