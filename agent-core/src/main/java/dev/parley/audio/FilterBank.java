package dev.parley.audio;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The coefficients of a polyphase low-pass filter: a sinc under a Kaiser window. Immutable, shared
 * by all resamplers of the same two rates.
 *
 * <p>Row {@code p} holds the filter as an output sample sees it that lies {@code p / phases} of an
 * input sample after input sample 0; its first coefficient belongs to input sample {@code 1 -
 * half}. Every row sums to one, so that a constant stays constant.
 */
final class FilterBank {
  /** Zero crossings of the sinc on either side: 2 ms at 16 kHz. */
  private static final int ZERO_CROSSINGS = 32;

  /**
   * Stop band of 90 dB: beta = 0.1102 (90 - 8.7), after J. F. Kaiser, "Nonrecursive digital filter
   * design using the I0-sinh window function", 1974.
   */
  private static final double BETA = 8.96;

  /**
   * Where the filter halves the amplitude, as a part of the lower Nyquist frequency. By the same
   * source the transition of 64 coefficients and 90 dB is 0.179 wide; this puts its end on the
   * Nyquist frequency.
   */
  private static final double CUTOFF = 0.9107;

  /**
   * Rows for each zero crossing. Between so many, linear interpolation errs by less than -120 dB.
   */
  private static final int MOST_PHASES = 1024;

  private static final int MOST_CACHED = 16;
  private static final Map<Long, FilterBank> CACHE = new LinkedHashMap<>(MOST_CACHED, 0.75f, true);

  private final int half;
  private final int phases;
  private final float[][] rows;

  private FilterBank(double scale, int phases) {
    int reach = (int) Math.ceil(ZERO_CROSSINGS / scale);
    this.half = reach + reach % 2;
    this.phases = phases;
    this.rows = new float[phases + 1][];
    for (int phase = 0; phase <= phases; phase++) {
      rows[phase] = row((double) phase / phases, scale);
    }
  }

  /**
   * Returns the filter between two rates whose ratio in lowest terms is {@code up / down}, made at
   * most once while it is among the last sixteen used.
   */
  static FilterBank of(int up, int down) {
    long key = ((long) up << 32) | down;
    synchronized (CACHE) {
      FilterBank bank = CACHE.computeIfAbsent(key, missing -> make(up, down));
      if (CACHE.size() > MOST_CACHED) {
        CACHE.remove(CACHE.keySet().iterator().next());
      }
      return bank;
    }
  }

  private static FilterBank make(int up, int down) {
    double scale = Math.min(1, (double) up / down);
    return new FilterBank(scale, Math.min(up, (int) Math.ceil(MOST_PHASES * scale)));
  }

  /** How many input samples the filter reaches ahead, and behind; even. */
  int half() {
    return half;
  }

  /** How many rows there are, without the last, which is the first one sample later. */
  int phases() {
    return phases;
  }

  /** The coefficients of a phase, 0 to {@link #phases()}; not to be written to. */
  float[] row(int phase) {
    return rows[phase];
  }

  private float[] row(double fraction, double scale) {
    var exact = new double[2 * half];
    double sum = 0;
    for (int i = 0; i < exact.length; i++) {
      exact[i] = windowedSinc((i + 1 - half - fraction) * scale);
      sum += exact[i];
    }
    var row = new float[exact.length];
    for (int i = 0; i < row.length; i++) {
      row[i] = (float) (exact[i] / sum);
    }
    return row;
  }

  /** The filter at a time that is counted in samples of the lower rate. */
  private static double windowedSinc(double time) {
    double position = time / ZERO_CROSSINGS;
    if (Math.abs(position) >= 1) {
      return 0;
    }
    double window = bessel(BETA * Math.sqrt(1 - position * position)) / bessel(BETA);
    double angle = Math.PI * CUTOFF * time;
    return window * (Math.abs(angle) < 1e-9 ? 1 : Math.sin(angle) / angle);
  }

  /** The modified Bessel function of the first kind and order zero, by its power series. */
  private static double bessel(double x) {
    double sum = 1;
    double term = 1;
    for (int k = 1; term > sum * 1e-17; k++) {
      term *= (x / (2 * k)) * (x / (2 * k));
      sum += term;
    }
    return sum;
  }
}
