package dev.parley.local.stt;

import java.util.function.Consumer;

/**
 * Adds to each cepstrum how it changes: 39 numbers a frame, as the model was trained. Not
 * thread-safe.
 *
 * <p>A frame needs the three after it, so it comes out 30 ms late; at the end the last one stands
 * for those missing.
 */
final class Features {
  private static final int REACH = 3;
  private static final int SPAN = 2 * REACH + 1;

  private final double[][] window = new double[SPAN][];
  private int seen;
  private int produced;

  void begin() {
    seen = 0;
    produced = 0;
  }

  void accept(double[] cepstrum, Consumer<float[]> frames) {
    if (seen == 0) {
      for (int i = 0; i < REACH; i++) {
        put(cepstrum, i);
      }
    }
    put(cepstrum, seen + REACH);
    seen++;
    if (seen > REACH) {
      frames.accept(next());
    }
  }

  void end(Consumer<float[]> frames) {
    if (seen == 0) {
      return;
    }
    double[] last = at(seen - 1);
    for (int i = 0; i < REACH && produced < seen; i++) {
      put(last, seen + REACH + i);
      if (seen + i >= REACH) {
        frames.accept(next());
      }
    }
  }

  private void put(double[] cepstrum, int place) {
    window[place % SPAN] = cepstrum;
  }

  private double[] at(int frame) {
    return window[(frame + REACH) % SPAN];
  }

  private float[] next() {
    int at = produced++;
    var feature = new float[3 * CepstralMean.SIZE];
    for (int i = 0; i < CepstralMean.SIZE; i++) {
      feature[i] = (float) at(at)[i];
      feature[CepstralMean.SIZE + i] = (float) (at(at + 2)[i] - at(at - 2)[i]);
      double later = at(at + 3)[i] - at(at - 1)[i];
      double earlier = at(at + 1)[i] - at(at - 3)[i];
      feature[2 * CepstralMean.SIZE + i] = (float) (later - earlier);
    }
    return feature;
  }
}
