package dev.parley.local.stt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CepstralMeanTest {
  private static double[] all(double value) {
    var values = new double[CepstralMean.SIZE];
    Arrays.fill(values, value);
    return values;
  }

  private static List<double[]> frames(int count, double value) {
    return Collections.nCopies(count, all(value));
  }

  @Test
  void theFirstFrameIsTakenAgainstThePrior() {
    assertThat(new CepstralMean(all(3)).normalise(all(5))).containsOnly(2);
  }

  @Test
  void anotherMicrophoneMovesTheMeanFarAtFirstAndLittleLater() {
    var mean = new CepstralMean(all(0));
    double first = mean.learn(frames(200, 10));
    double second = mean.learn(frames(200, 10));
    assertThat(first).isGreaterThan(20);
    assertThat(second).isLessThan(first / 4);
    assertThat(mean.normalise(all(10))[0]).isCloseTo(0, within(2.0));
  }

  @Test
  void noSoundMovesNothing() {
    assertThat(new CepstralMean(all(1)).learn(List.of())).isZero();
  }
}
