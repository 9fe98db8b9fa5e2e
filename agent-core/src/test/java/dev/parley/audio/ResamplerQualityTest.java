package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Measures what {@code docs/audio.md} states; the figures are printed into the test's report. */
class ResamplerQualityTest {
  /** Of the lower Nyquist frequency; up to here the filter is to be flat. */
  private static final double PASS_BAND = 0.8;

  @ParameterizedTest
  @CsvSource({
    "24000, 16000",
    "44100, 48000",
    "8000, 16000",
    "16000, 48000",
    "48000, 16000",
    "48000, 8000",
    "44100, 16000",
    "44101, 16000",
    "192000, 8000"
  })
  void tonesPassCleanAndWhatDoesNotFitIsGone(int from, int to) {
    double nyquist = Math.min(from, to) / 2.0;
    double worstNoise = Double.MAX_VALUE;
    double mostRipple = 0;
    for (int step = 1; step <= 16; step++) {
      Signals.Fit fit = tone(from, to, step * PASS_BAND * nyquist / 16 + 0.37);
      worstNoise = Math.min(worstNoise, fit.signalToNoise());
      mostRipple = Math.max(mostRipple, Math.abs(fit.level() + 1));
    }
    double alias = from > to ? loudestAlias(from, to) : loudestImage(from, to);
    double atCutoff = tone(from, to, 0.9 * nyquist).level() + 1;

    System.out.printf(
        "%d to %d Hz: SNR %.1f dB, ripple %.4f dB to %.0f Hz, %.1f dB at %.0f Hz, alias %.1f dB%n",
        from, to, worstNoise, mostRipple, PASS_BAND * nyquist, atCutoff, 0.9 * nyquist, alias);
    assertThat(worstNoise).isGreaterThan(90);
    assertThat(mostRipple).isLessThan(0.01);
    assertThat(atCutoff).isGreaterThan(-6);
    assertThat(alias).isLessThan(-80);
  }

  /** A tone of -1 dBFS for a second, without the ends. */
  private static Signals.Fit tone(int from, int to, double hertz) {
    AudioFrame result = resampled(from, to, hertz);
    return Signals.fit(result, hertz, to / 10, result.sampleCount() - to / 10);
  }

  /**
   * Tones between the two Nyquist frequencies do not fit the lower rate: all that comes out is
   * wrong.
   */
  private static double loudestAlias(int from, int to) {
    double loudest = -200;
    for (int step = 0; step <= 40; step++) {
      double hertz = to / 2.0 + step * (from - to) / 2.0 / 41 + 1.3;
      AudioFrame result = resampled(from, to, hertz);
      AudioFrame middle = result.slice(to / 10, result.sampleCount() - to / 10);
      loudest = Math.max(loudest, AudioLevel.of(middle).rmsDbfs() + 3.01 + 1);
    }
    return loudest;
  }

  /** The mirror of a tone at the lower rate, in the part of the higher band that must be empty. */
  private static double loudestImage(int from, int to) {
    double loudest = -200;
    for (int step = 1; step <= 40; step++) {
      // Whole periods in the 0.8 s that are looked at: tone and image do not leak into each other.
      double hertz = Math.rint(step * from / 2.0 / 41 / 1.25) * 1.25;
      double image = from - hertz;
      if (image < to / 2.0) {
        AudioFrame result = resampled(from, to, hertz);
        double level = Signals.fit(result, image, to / 10, result.sampleCount() - to / 10).level();
        loudest = Math.max(loudest, level + 1);
      }
    }
    return loudest;
  }

  private static AudioFrame resampled(int from, int to, double hertz) {
    var in = AudioFormat.mono(from);
    AudioFrame tone = Signals.sine(in, hertz, -1, from);
    return ResamplerTest.resample(new Resampler(in, AudioFormat.mono(to)), tone, null);
  }
}
