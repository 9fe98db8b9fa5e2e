package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FilterBankTest {
  @ParameterizedTest
  @CsvSource({"2, 3", "160, 147", "2, 1", "1, 24", "16000, 44101"})
  void theStopBandBeginsAtTheLowerNyquistFrequency(int up, int down) {
    FilterBank bank = FilterBank.of(up, down);
    double scale = Math.min(1, (double) up / down);
    double loudest = 0;
    for (int step = 0; step < 200; step++) {
      loudest = Math.max(loudest, response(bank, scale * (0.5 + step * 0.005)));
    }

    System.out.printf("%d/%d: stop band %.1f dB%n", up, down, Decibels.of(loudest));
    assertThat(Decibels.of(loudest)).isLessThan(-88);
    assertThat(response(bank, 0.8 * scale * 0.5)).isBetween(0.9995, 1.0005);
  }

  @ParameterizedTest
  @CsvSource({"2, 3, 48", "160, 147, 32", "1, 24, 768", "8001, 191999, 768", "192000, 8001, 32"})
  void aBankStaysSmallWhateverTheRates(int up, int down, int half) {
    FilterBank bank = FilterBank.of(up, down);

    assertThat(bank.half()).isBetween(half, half + 2);
    assertThat((bank.phases() + 1L) * 2 * bank.half()).isLessThan(70_000);
    assertThat(bank.row(0)).hasSize(2 * bank.half());
    assertThat(bank.row(bank.phases())).hasSize(2 * bank.half());
  }

  @Test
  void theBanksOfTheSameRatesAreShared() {
    assertThat(FilterBank.of(3, 2)).isSameAs(FilterBank.of(3, 2));
  }

  @Test
  void banksBeyondTheLastUsedAreForgotten() {
    FilterBank first = FilterBank.of(7, 5);
    for (int up = 101; up < 117; up++) {
      FilterBank.of(up, 100);
    }

    assertThat(FilterBank.of(7, 5)).isNotSameAs(first);
  }

  /**
   * The amplitude at a frequency, in cycles an input sample, of the filter that all rows together
   * sample.
   */
  private static double response(FilterBank bank, double frequency) {
    double real = 0;
    double imaginary = 0;
    for (int phase = 0; phase < bank.phases(); phase++) {
      float[] row = bank.row(phase);
      for (int i = 0; i < row.length; i++) {
        double angle =
            2 * Math.PI * frequency * (i + 1 - bank.half() - (double) phase / bank.phases());
        real += row[i] * Math.cos(angle);
        imaginary += row[i] * Math.sin(angle);
      }
    }
    return Math.hypot(real, imaginary) / bank.phases();
  }
}
