package dev.parley.local.stt;

import edu.cmu.sphinx.linguist.acoustic.tiedstate.GaussianWeights;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.util.LogMath;
import java.util.Arrays;

/**
 * The Gaussians of a phonetically tied model: one set for each phone and part of the feature
 * vector, which the senones of the phone weigh in their own ways. Immutable, shared by all
 * decoders.
 */
final class Codebooks {
  /**
   * Weights are kept as logarithms in steps of this size: 2 MB instead of 8, which a processor's
   * cache can hold.
   */
  private static final float WEIGHT_STEP = 1 / 15f;

  private final int streams;
  private final int gaussians;
  private final int width;
  private final float[] means;
  private final float[] precisions;
  private final float[] factors;
  private final byte[] weights;
  private final float[] weightOf = new float[256];
  private final int[] codebookOfSenone;

  Codebooks(
      Pool<float[]> meanPool,
      Pool<float[]> variancePool,
      GaussianWeights weights,
      int[] codebookOfSenone,
      float varianceFloor) {
    this.streams = weights.getStreamsNum();
    this.gaussians = weights.getGauPerState();
    this.codebookOfSenone = codebookOfSenone;
    this.width = meanPool.get(0).length;
    int count = meanPool.size();
    means = new float[count * width];
    precisions = new float[count * width];
    factors = new float[count];
    for (int i = 0; i < count; i++) {
      gaussian(i, meanPool.get(i), variancePool.get(i), varianceFloor);
    }
    this.weights = new byte[codebookOfSenone.length * streams * gaussians];
    for (int senone = 0; senone < codebookOfSenone.length; senone++) {
      weights(senone, weights);
    }
    for (int i = 0; i < weightOf.length; i++) {
      weightOf[i] = (float) Math.exp(-i * WEIGHT_STEP);
    }
  }

  private void gaussian(int gaussian, float[] mean, float[] variance, float varianceFloor) {
    double logDeterminant = 0;
    for (int i = 0; i < width; i++) {
      float floored = Math.max(variance[i], varianceFloor);
      means[gaussian * width + i] = mean[i];
      precisions[gaussian * width + i] = 1 / (-2 * floored);
      logDeterminant += Math.log(floored);
    }
    factors[gaussian] = (float) (-0.5 * (Math.log(2 * Math.PI) * width + logDeterminant));
  }

  private void weights(int senone, GaussianWeights source) {
    LogMath log = LogMath.getLogMath();
    for (int stream = 0; stream < streams; stream++) {
      for (int i = 0; i < gaussians; i++) {
        float weight = log.logToLn(source.get(senone, stream, i));
        int steps = Math.min(255, Math.round(-weight / WEIGHT_STEP));
        weights[(senone * streams + stream) * gaussians + i] = (byte) steps;
      }
    }
  }

  int senones() {
    return codebookOfSenone.length;
  }

  int codebookOf(int senone) {
    return codebookOfSenone[senone];
  }

  int codebooks() {
    return factors.length / (streams * gaussians);
  }

  int streams() {
    return streams;
  }

  /** Weight of a Gaussian in a senone, 0 to 1. */
  float weight(int senone, int stream, int gaussian) {
    return weightOf[weights[(senone * streams + stream) * gaussians + gaussian] & 0xff];
  }

  /**
   * Finds the best Gaussians of one codebook and stream.
   *
   * @param scores takes the logarithms of their densities, the best first
   * @param ids holds the best of the frame before, which are likely to be good again; takes the
   *     best of this one
   */
  void best(int codebook, int stream, float[] feature, float[] scores, int[] ids) {
    int first = (codebook * streams + stream) * gaussians;
    int offset = stream * width;
    int[] before = ids.clone();
    Arrays.fill(scores, Float.NEGATIVE_INFINITY);
    for (int id : before) {
      insert(logDensity(first + id, feature, offset, Float.NEGATIVE_INFINITY), id, scores, ids);
    }
    for (int id = 0; id < gaussians; id++) {
      float worst = scores[scores.length - 1];
      float score = logDensity(first + id, feature, offset, worst);
      if (score > worst && !contains(before, id)) {
        insert(score, id, scores, ids);
      }
    }
  }

  private static boolean contains(int[] ids, int id) {
    for (int each : ids) {
      if (each == id) {
        return true;
      }
    }
    return false;
  }

  /** The logarithm of the density; gives up as soon as it is below {@code worst}. */
  private float logDensity(int gaussian, float[] feature, int offset, float worst) {
    float score = factors[gaussian];
    int at = gaussian * width;
    for (int i = 0; i < width && score > worst; i++) {
      float difference = feature[offset + i] - means[at + i];
      score += difference * difference * precisions[at + i];
    }
    return score;
  }

  private static void insert(float score, int id, float[] scores, int[] ids) {
    int place = scores.length - 1;
    while (place > 0 && scores[place - 1] < score) {
      scores[place] = scores[place - 1];
      ids[place] = ids[place - 1];
      place--;
    }
    scores[place] = score;
    ids[place] = id;
  }
}
