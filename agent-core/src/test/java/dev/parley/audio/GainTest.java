package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GainTest {
  private static final AudioFormat STEREO = new AudioFormat(16_000, 2);

  private final Gain gain = new Gain(AudioFormat.MONO_16K);

  @Test
  void atFirstTheFrameItselfPasses() {
    AudioFrame frame = Signals.constant(AudioFormat.MONO_16K, 5, 10);

    assertThat(gain.process(frame)).isSameAs(frame);
    assertThat(gain.isRamping()).isFalse();
  }

  @Test
  void duckingEndsTwelveDecibelsBelow() {
    gain.rampTo(-12, Duration.ofMillis(20));
    gain.process(Signals.constant(AudioFormat.MONO_16K, 0, 320));

    AudioFrame ducked = gain.process(Signals.sine(AudioFormat.MONO_16K, 500, -1, 16_000));

    assertThat(gain.isRamping()).isFalse();
    assertThat(AudioLevel.of(ducked).peakDbfs()).isCloseTo(-13, within(0.02));
  }

  @Test
  void theRampIsEvenAndEndsWithItsLastSample() {
    gain.rampTo(Gain.SILENT, Duration.ofMillis(10));

    AudioFrame faded = gain.process(Signals.constant(AudioFormat.MONO_16K, 16_000, 161));

    for (int i = 0; i < 160; i++) {
      assertThat((int) faded.sample(i)).isEqualTo(16_000 - 100 * (i + 1));
    }
    assertThat(faded.sample(160)).isZero();
    assertThat(gain.isSilent()).isTrue();
  }

  @Test
  void aFadeIsNotSilentBeforeItsEnd() {
    gain.rampTo(Gain.SILENT, Duration.ofMillis(10));
    assertThat(gain.isSilent()).isFalse();

    gain.process(Signals.constant(AudioFormat.MONO_16K, 1, 159));
    assertThat(gain.isSilent()).isFalse();

    gain.process(Signals.constant(AudioFormat.MONO_16K, 1, 1));
    assertThat(gain.isSilent()).isTrue();
  }

  @Test
  void aRampThatIsCutShortGoesOnFromWhereItWas() {
    gain.rampTo(Gain.SILENT, Duration.ofMillis(10));
    AudioFrame down = gain.process(Signals.constant(AudioFormat.MONO_16K, 16_000, 80));
    gain.rampTo(0, Duration.ofMillis(10));
    AudioFrame up = gain.process(Signals.constant(AudioFormat.MONO_16K, 16_000, 160));

    assertThat(down.sample(79)).isEqualTo((short) 8_000);
    assertThat(up.sample(0)).isEqualTo((short) 8_050);
    assertThat(up.sample(159)).isEqualTo((short) 16_000);
    AudioFrame next = Signals.constant(AudioFormat.MONO_16K, 7, 1);
    assertThat(gain.process(next)).isSameAs(next);
  }

  @Test
  void noStepIsLargerThanTheRampMakesIt() {
    gain.rampTo(-12, Duration.ofMillis(20));
    AudioFrame result = gain.process(Signals.constant(AudioFormat.MONO_16K, 32_000, 640));

    for (int i = 1; i < result.sampleCount(); i++) {
      assertThat(Math.abs(result.sample(i) - result.sample(i - 1))).isLessThan(77);
    }
  }

  @Test
  void aRampOfNoLengthChangesAtOnce() {
    gain.rampTo(Gain.SILENT, Duration.ZERO);

    assertThat(gain.isSilent()).isTrue();
    assertThat(gain.process(Signals.constant(AudioFormat.MONO_16K, 9, 1)).sample(0)).isZero();
  }

  @Test
  void whatBecomesTooLoudIsClipped() {
    gain.rampTo(12, Duration.ZERO);

    AudioFrame loud =
        gain.process(AudioFrame.ofSamples(AudioFormat.MONO_16K, (short) 20_000, (short) -20_000));

    assertThat(loud.sample(0)).isEqualTo(Short.MAX_VALUE);
    assertThat(loud.sample(1)).isEqualTo(Short.MIN_VALUE);
  }

  @Test
  void everySplitGivesTheSameSamples() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      AudioFrame noise = Signals.noise(STEREO, random.nextInt(4_000), random);
      var whole = new Gain(STEREO);
      whole.rampTo(-12, Duration.ofMillis(50));
      var pieces = new Gain(STEREO);
      pieces.rampTo(-12, Duration.ofMillis(50));

      AudioFrame cut =
          Signals.collect(
              STEREO,
              out -> Signals.cut(noise, random).forEach(each -> out.accept(pieces.process(each))));

      assertThat(cut.toByteArray()).isEqualTo(whole.process(noise).toByteArray());
    }
  }

  @Test
  void bothChannelsHaveTheSameGain() {
    var stereo = new Gain(STEREO);
    stereo.rampTo(Gain.SILENT, Duration.ofMillis(10));

    AudioFrame faded = stereo.process(Signals.constant(STEREO, 16_000, 160));

    for (int i = 0; i < 160; i++) {
      assertThat(faded.sample(2 * i)).isEqualTo(faded.sample(2 * i + 1));
    }
    assertThat(stereo.isSilent()).isTrue();
  }

  @Test
  void badValuesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gain.rampTo(Double.NaN, Duration.ZERO))
        .withMessageStartingWith("decibels is NaN");
    assertThatIllegalArgumentException().isThrownBy(() -> gain.rampTo(41, Duration.ZERO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gain.rampTo(0, Duration.ofMillis(-1)))
        .withMessageContaining("must not be negative");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> gain.process(Signals.constant(STEREO, 1, 1)))
        .withMessageContaining("channels=2");
  }
}
