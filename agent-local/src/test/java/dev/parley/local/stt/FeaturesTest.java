package dev.parley.local.stt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeaturesTest {
  private static final int CEPSTRA = CepstralMean.SIZE;

  private static List<float[]> of(double... firsts) {
    var features = new Features();
    var frames = new ArrayList<float[]>();
    features.begin();
    for (double first : firsts) {
      var cepstrum = new double[CEPSTRA];
      cepstrum[0] = first;
      features.accept(cepstrum, frames::add);
    }
    features.end(frames::add);
    return frames;
  }

  @Test
  void thereAreAsManyFramesAsCepstra() {
    for (int count = 0; count < 12; count++) {
      assertThat(of(new double[count])).as("%s cepstra", count).hasSize(count);
    }
  }

  @Test
  void whatDoesNotChangeHasNoDifferences() {
    assertThat(of(5, 5, 5, 5, 5))
        .allSatisfy(
            frame -> {
              assertThat(frame[0]).isEqualTo(5);
              assertThat(frame[CEPSTRA]).isZero();
              assertThat(frame[2 * CEPSTRA]).isZero();
            });
  }

  @Test
  void aSlopeIsADifferenceAndNoDifferenceOfDifferences() {
    float[] inner = of(0, 1, 2, 3, 4, 5, 6, 7, 8).get(4);
    assertThat(inner[0]).isEqualTo(4);
    assertThat(inner[CEPSTRA]).isEqualTo(4);
    assertThat(inner[2 * CEPSTRA]).isZero();
  }

  @Test
  void theLastCepstrumStandsForThoseThatAreMissing() {
    float[] last = of(0, 0, 0, 0, 0, 0, 0, 9).get(7);
    assertThat(last[0]).isEqualTo(9);
    assertThat(last[CEPSTRA]).isEqualTo(9);
  }
}
