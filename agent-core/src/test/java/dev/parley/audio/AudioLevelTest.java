package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AudioLevelTest {
  @Test
  void aFullSineHasAPeakOfZeroAndThreeLessOnAverage() {
    var level = AudioLevel.of(Signals.sine(AudioFormat.MONO_16K, 1_000, 0, 16_000));

    assertThat(level.peakDbfs()).isCloseTo(0, within(0.01));
    assertThat(level.rmsDbfs()).isCloseTo(-3.01, within(0.01));
  }

  @Test
  void theLoudestNegativeSampleIsFullScale() {
    var level = AudioLevel.of(Signals.constant(AudioFormat.MONO_16K, -32_768, 10));

    assertThat(level).isEqualTo(new AudioLevel(0, 0));
  }

  @Test
  void allChannelsCount() {
    var stereo = new AudioFormat(16_000, 2);

    var level = AudioLevel.of(AudioFrame.ofSamples(stereo, (short) 0, (short) -16_384));

    assertThat(level.peakDbfs()).isCloseTo(-6.02, within(0.01));
    assertThat(level.rmsDbfs()).isCloseTo(-9.03, within(0.01));
  }

  @Test
  void silenceAndNothingHaveTheLeastLevel() {
    var silence = new AudioLevel(AudioLevel.SILENCE_DBFS, AudioLevel.SILENCE_DBFS);

    assertThat(AudioLevel.of(AudioFrame.silence(AudioFormat.MONO_16K, Duration.ofSeconds(1))))
        .isEqualTo(silence);
    assertThat(AudioLevel.of(AudioFrame.silence(AudioFormat.MONO_16K, Duration.ZERO)))
        .isEqualTo(silence);
  }

  @Test
  void theSoftestSampleIsNotSilence() {
    var level = AudioLevel.of(Signals.constant(AudioFormat.MONO_16K, 1, 10));

    assertThat(level.peakDbfs()).isCloseTo(-90.3, within(0.1));
  }
}
