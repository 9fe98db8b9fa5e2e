package dev.parley.local.stt;

import edu.cmu.sphinx.frontend.AutoCepstrum;
import edu.cmu.sphinx.frontend.BaseDataProcessor;
import edu.cmu.sphinx.frontend.Data;
import edu.cmu.sphinx.frontend.DataStartSignal;
import edu.cmu.sphinx.frontend.DoubleData;
import edu.cmu.sphinx.frontend.FrontEnd;
import edu.cmu.sphinx.frontend.transform.DiscreteFourierTransform;
import edu.cmu.sphinx.linguist.acoustic.tiedstate.Loader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Turns sound into cepstra, 100 a second. Sound is pushed in and cepstra come out at once; the
 * transforms are Sphinx', the windows are ours, because Sphinx' wait for more sound. Not
 * thread-safe.
 */
final class Cepstra {
  static final int SAMPLE_RATE_HZ = 16_000;

  // What the model was trained with: Sphinx' defaults, windows of 25.625 ms every 10 ms.
  private static final int WINDOW = 410;
  private static final int SHIFT = 160;
  private static final double PREEMPHASIS = 0.97;
  private static final double HAMMING = 0.46;

  /**
   * Noise that is added, because synthetic sound has silences of nothing at all, which no
   * microphone has and the model does not know.
   */
  private static final double DITHER = 8;

  private static final int DITHER_SEED = 17;

  private final Source source = new Source();
  private final FrontEnd transforms;
  private final double[] taper = new double[WINDOW];
  private final double[] window = new double[WINDOW];
  private int filled;
  private double previous;
  private Random dither = new Random(DITHER_SEED);

  Cepstra(Loader model) {
    for (int i = 0; i < WINDOW; i++) {
      taper[i] = 1 - HAMMING - HAMMING * Math.cos(2 * Math.PI * i / (WINDOW - 1));
    }
    try {
      var fourier = new DiscreteFourierTransform(-1, false);
      transforms = new FrontEnd(List.of(source, fourier, new AutoCepstrum(model)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins an utterance. */
  void begin() {
    filled = 0;
    previous = 0;
    dither = new Random(DITHER_SEED);
    transform(new DataStartSignal(SAMPLE_RATE_HZ));
  }

  /** Takes sound and hands on the cepstra that it completes. */
  void accept(short[] sound, Consumer<double[]> cepstra) {
    for (short sample : sound) {
      double dithered = sample + DITHER * (2 * dither.nextDouble() - 1);
      window[filled++] = dithered - PREEMPHASIS * previous;
      previous = dithered;
      if (filled == WINDOW) {
        cepstra.accept(cepstrum());
        System.arraycopy(window, SHIFT, window, 0, WINDOW - SHIFT);
        filled = WINDOW - SHIFT;
      }
    }
  }

  private double[] cepstrum() {
    var tapered = new double[WINDOW];
    for (int i = 0; i < WINDOW; i++) {
      tapered[i] = window[i] * taper[i];
    }
    Data cepstrum = transform(new DoubleData(tapered, SAMPLE_RATE_HZ, 0));
    return ((DoubleData) cepstrum).getValues();
  }

  private Data transform(Data data) {
    source.next = data;
    return transforms.getData();
  }

  /** Where the transforms get their window. */
  private static final class Source extends BaseDataProcessor {
    private @Nullable Data next;

    @Override
    public @Nullable Data getData() {
      return next;
    }
  }
}
