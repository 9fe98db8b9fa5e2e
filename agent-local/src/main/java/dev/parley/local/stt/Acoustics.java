package dev.parley.local.stt;

import dev.parley.local.stream.VendorLogs;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Loader;
import edu.cmu.sphinx.util.LogMath;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.URL;

/**
 * The sounds of English: Sphinx' acoustic model, loaded once for all recognisers of this JVM.
 * Immutable.
 */
final class Acoustics {
  private static final String FOLDER = "/edu/cmu/sphinx/models/en-us/en-us/";

  private static WeakReference<Acoustics> shared = new WeakReference<>(null);

  private final ModelFiles files;
  private final Triphones triphones;
  private final Codebooks codebooks;
  private final float[][][] transitions;

  private Acoustics() throws IOException {
    VendorLogs.silence();
    URL definitions = Acoustics.class.getResource(FOLDER + "mdef");
    if (definitions == null) {
      throw new IOException(
          "sphinx4-data has no " + FOLDER + "; add the library to the class path");
    }
    try (InputStream in = definitions.openStream()) {
      triphones = Triphones.read(in);
    }
    files = new ModelFiles(new URL(definitions, "."));
    files.load();
    codebooks = files.codebooks(triphones.codebookOfSenone());
    transitions = files.transitions(triphones.matrices());
  }

  /**
   * Returns the model, which takes about a second to load the first time; it stays as long as
   * somebody holds it.
   */
  static synchronized Acoustics load() throws IOException {
    Acoustics loaded = shared.get();
    if (loaded == null) {
      loaded = new Acoustics();
      shared = new WeakReference<>(loaded);
    }
    return loaded;
  }

  Loader files() {
    return files;
  }

  Triphones triphones() {
    return triphones;
  }

  Codebooks codebooks() {
    return codebooks;
  }

  /**
   * The logarithm of going from one state of a sound to another; {@link Triphones#STATES} is out of
   * it.
   */
  float transition(int matrix, int from, int to) {
    return LogMath.getLogMath().logToLn(transitions[matrix][from][to]);
  }
}
