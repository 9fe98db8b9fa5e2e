package dev.parley.local.stt;

/**
 * How well the senones fit one frame, worked out when they are first asked for. Not thread-safe:
 * each decoder has its own.
 *
 * <p>Sphinx keeps these in the model, which ties a model of 60 MB to one thread. Kept here, all
 * decoders share one model.
 */
final class SenoneScores {
  /** How many Gaussians count; what Sphinx takes. */
  private static final int BEST = 4;

  private final Codebooks codebooks;
  private final int streams;
  private final float[] scores;
  private final int[] scoredAt;

  /**
   * For each codebook and stream: the densities of the best Gaussians, relative to the very best.
   */
  private final float[][][] densities;

  private final int[][][] ids;

  /** For each codebook: the logarithms of the very best densities, summed over the streams. */
  private final float[] peaks;

  private final int[] preparedAt;
  private float[] feature = new float[0];
  private int frame;

  SenoneScores(Codebooks codebooks) {
    this.codebooks = codebooks;
    this.streams = codebooks.streams();
    scores = new float[codebooks.senones()];
    scoredAt = new int[codebooks.senones()];
    densities = new float[codebooks.codebooks()][streams][BEST];
    ids = new int[codebooks.codebooks()][streams][BEST];
    for (int[][] codebook : ids) {
      for (int[] stream : codebook) {
        for (int i = 0; i < BEST; i++) {
          stream[i] = i;
        }
      }
    }
    peaks = new float[codebooks.codebooks()];
    preparedAt = new int[codebooks.codebooks()];
  }

  /** Begins the next frame. */
  void begin(float[] feature) {
    this.feature = feature;
    frame++;
  }

  /** The logarithm of how well a senone fits. */
  float score(int senone) {
    if (scoredAt[senone] != frame) {
      scoredAt[senone] = frame;
      scores[senone] = calculate(senone);
    }
    return scores[senone];
  }

  /** The streams are independent: their densities multiply, and one logarithm does for all. */
  private float calculate(int senone) {
    int codebook = codebooks.codebookOf(senone);
    if (preparedAt[codebook] != frame) {
      preparedAt[codebook] = frame;
      prepare(codebook);
    }
    float product = 1;
    for (int stream = 0; stream < streams; stream++) {
      float[] density = densities[codebook][stream];
      int[] id = ids[codebook][stream];
      float sum = 0;
      for (int i = 0; i < BEST; i++) {
        sum += density[i] * codebooks.weight(senone, stream, id[i]);
      }
      product *= sum;
    }
    return peaks[codebook] + (float) Math.log(product);
  }

  private void prepare(int codebook) {
    peaks[codebook] = 0;
    for (int stream = 0; stream < streams; stream++) {
      float[] density = densities[codebook][stream];
      codebooks.best(codebook, stream, feature, density, ids[codebook][stream]);
      float peak = density[0];
      peaks[codebook] += peak;
      for (int i = 0; i < BEST; i++) {
        density[i] = (float) Math.exp(density[i] - peak);
      }
    }
  }
}
