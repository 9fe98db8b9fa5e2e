package dev.parley.local.stt;

import java.util.List;

/**
 * The mean of a speaker's cepstra, which is taken out so that neither level nor colour of a
 * microphone matters. Not thread-safe.
 *
 * <p>It begins with what the priming phrases had, so that the very first frame can be decoded at
 * once, and learns from every utterance.
 */
final class CepstralMean {
  static final int SIZE = 13;

  private static final double PRIOR = 50;
  private static final double MOST = 300;

  private final double[] mean;
  private double weight = PRIOR;

  /** Creates a mean that begins with {@code prior}. */
  CepstralMean(double[] prior) {
    this.mean = prior.clone();
  }

  /** Returns the cepstrum without the mean. */
  double[] normalise(double[] cepstrum) {
    var normal = new double[SIZE];
    for (int i = 0; i < SIZE; i++) {
      normal[i] = cepstrum[i] - mean[i];
    }
    return normal;
  }

  /** Learns from an utterance; returns how far the mean has moved. */
  double learn(List<double[]> cepstra) {
    double distance = 0;
    double all = weight + cepstra.size();
    for (int i = 0; i < SIZE; i++) {
      double sum = 0;
      for (double[] cepstrum : cepstra) {
        sum += cepstrum[i];
      }
      double moved = (sum + weight * mean[i]) / all - mean[i];
      mean[i] += moved;
      distance += moved * moved;
    }
    weight = Math.min(MOST, all);
    return Math.sqrt(distance);
  }
}
