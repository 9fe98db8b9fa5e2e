package dev.parley.local.stt;

import dev.parley.local.stream.VendorLogs;
import edu.cmu.sphinx.linguist.acoustic.UnitManager;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Pool;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Sphinx3Loader;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Reads the binary files of Sphinx' acoustic model, and nothing of what Sphinx would build from
 * them.
 */
final class ModelFiles extends Sphinx3Loader {
  // Sphinx' own defaults.
  private static final float SCORE_FLOOR = 0;
  private static final float WEIGHT_FLOOR = 1e-7f;
  private static final float VARIANCE_FLOOR = 1e-4f;
  private static final int BEST_GAUSSIANS = 4;

  private @Nullable Pool<float[]> means;
  private @Nullable Pool<float[]> variances;

  ModelFiles(URL folder) {
    super(
        folder, new UnitManager(), SCORE_FLOOR, WEIGHT_FLOOR, VARIANCE_FLOOR, BEST_GAUSSIANS, true);
    VendorLogs.silence(logger);
  }

  @Override
  protected void loadModelFiles() throws IOException, URISyntaxException {
    means = loadDensityFile("means", -Float.MAX_VALUE);
    variances = loadDensityFile("variances", varianceFloor);
    mixtureWeights = loadMixtureWeights("mixture_weights", mixtureWeightFloor);
    transitionsPool = loadTransitionMatrices("transition_matrices");
    modelProps = loadModelProps("feat.params");
  }

  /** The Gaussians; call {@link #load} first. */
  Codebooks codebooks(int[] codebookOfSenone) {
    if (means == null || variances == null) {
      throw new IllegalStateException("the acoustic model is not loaded yet; call load first");
    }
    return new Codebooks(means, variances, mixtureWeights, codebookOfSenone, varianceFloor);
  }

  /**
   * Transition matrix by number: logarithms of going from one of three states to one of those and
   * out.
   */
  float[][][] transitions(int count) {
    var transitions = new float[count][][];
    for (int i = 0; i < count; i++) {
      transitions[i] = transitionsPool.get(i);
    }
    return transitions;
  }
}
