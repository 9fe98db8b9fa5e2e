package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResamplerTest {
  private static final AudioFormat STEREO_16K = new AudioFormat(16_000, 2);

  @ParameterizedTest
  @CsvSource({
    "24000, 16000",
    "44100, 48000",
    "8000, 16000",
    "48000, 44100",
    "48000, 16000",
    "192000, 8000",
    "8000, 192000",
    "44101, 16000",
    "191999, 8001"
  })
  void everySplitGivesTheSameSamplesAndTheirNumberIsExact(int from, int to) {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var in = new AudioFormat(from, 1 + random.nextInt(2));
      var out = new AudioFormat(to, 1 + random.nextInt(2));
      AudioFrame noise = Signals.noise(in, random.nextInt(from / 5), random);
      AudioFrame whole = resample(new Resampler(in, out), noise, null);

      AudioFrame cut = resample(new Resampler(in, out), noise, random);

      assertThat(cut.toByteArray()).isEqualTo(whole.toByteArray());
      assertThat(whole.sampleCount()).isEqualTo(roundedUp(noise.sampleCount(), from, to));
      assertThat(whole.format()).isEqualTo(out);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 31, 32, 33, 1023, 1024, 1025, 5000})
  void shortStreamsHaveExactLengthsToo(int samples) {
    for (int[] rates : new int[][] {{16_000, 48_000}, {48_000, 16_000}, {44_100, 16_000}}) {
      var from = AudioFormat.mono(rates[0]);
      var to = AudioFormat.mono(rates[1]);
      AudioFrame sound = Signals.noise(from, samples, new Random(1));

      AudioFrame result = resample(new Resampler(from, to), sound, null);

      assertThat(result.sampleCount()).isEqualTo(roundedUp(samples, rates[0], rates[1]));
    }
  }

  @Test
  void afterAFlushTheResamplerIsAsNew() {
    var resampler = new Resampler(AudioFormat.MONO_24K, AudioFormat.MONO_16K);
    AudioFrame first = Signals.noise(AudioFormat.MONO_24K, 1_000, new Random(1));
    AudioFrame second = Signals.noise(AudioFormat.MONO_24K, 777, new Random(2));
    resample(resampler, first, null);

    AudioFrame again = resample(resampler, second, null);

    var fresh = new Resampler(AudioFormat.MONO_24K, AudioFormat.MONO_16K);
    assertThat(again.toByteArray()).isEqualTo(resample(fresh, second, null).toByteArray());
    assertThat(resampler.flush().sampleCount()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "16000, 48000, 32, 2000",
    "48000, 16000, 96, 2000",
    "24000, 16000, 48, 2000",
    "16000, 16000, 0, 0",
    "8000, 16000, 32, 4000",
    "44100, 48000, 32, 725"
  })
  void theDelayIsWhatTheFilterWaitsFor(int from, int to, int samples, int micros) {
    var resampler = new Resampler(AudioFormat.mono(from), AudioFormat.mono(to));

    assertThat(resampler.delayInSamples()).isEqualTo(samples);
    assertThat(resampler.delay().toNanos() / 1_000).isEqualTo(micros);
    var tooShort = Signals.constant(AudioFormat.mono(from), 1, samples);
    assertThat(resampler.process(tooShort).sampleCount()).isZero();
    var oneMore = Signals.constant(AudioFormat.mono(from), 1, 1);
    assertThat(resampler.process(oneMore).sampleCount()).isPositive();
  }

  @Test
  void theDelayIsNotHeardInTheResult() {
    AudioFrame tone = Signals.sine(AudioFormat.MONO_24K, 1_000, -6, 24_000);

    AudioFrame result =
        resample(new Resampler(AudioFormat.MONO_24K, AudioFormat.MONO_16K), tone, null);

    assertThat(Signals.fit(result, 1_000, 1_000, 15_000).phase()).isBetween(-0.01, 0.01);
  }

  @Test
  void aConstantStaysConstantAwayFromTheEnds() {
    for (int rate : new int[] {8_000, 44_100, 44_101, 48_000, 192_000}) {
      var from = AudioFormat.mono(rate);
      AudioFrame result =
          resample(
              new Resampler(from, AudioFormat.MONO_16K),
              Signals.constant(from, 20_000, rate),
              null);

      for (int i = 100; i < result.sampleCount() - 100; i++) {
        assertThat(result.sample(i)).isEqualTo((short) 20_000);
      }
    }
  }

  @Test
  void theLoudestNoiseIsClippedAndDoesNotWrap() {
    var loud = new short[16_000];
    for (int i = 0; i < loud.length; i++) {
      loud[i] = (i / 40) % 2 == 0 ? Short.MAX_VALUE : Short.MIN_VALUE;
    }
    AudioFrame square = AudioFrame.ofSamples(AudioFormat.MONO_16K, loud);

    AudioFrame result =
        resample(new Resampler(AudioFormat.MONO_16K, AudioFormat.MONO_48K), square, null);

    for (int i = 0; i < result.sampleCount(); i++) {
      boolean farFromEdge = i % 120 > 6 && i % 120 < 114;
      if (farFromEdge) {
        assertThat(result.sample(i) > 0).isEqualTo((i / 120) % 2 == 0);
      }
    }
  }

  @Test
  void equalFormatsPassTheFrameItself() {
    AudioFrame frame = Signals.noise(STEREO_16K, 320, new Random(1));
    var resampler = new Resampler(STEREO_16K, STEREO_16K);

    assertThat(resampler.process(frame)).isSameAs(frame);
    assertThat(resampler.flush().sampleCount()).isZero();
    assertThat(resampler.delay()).isEqualTo(Duration.ZERO);
  }

  @Test
  void twoChannelsBecomeTheirMeanAndOneBecomesTwo() {
    AudioFrame stereo =
        AudioFrame.ofSamples(STEREO_16K, (short) 100, (short) 301, (short) -8, (short) 4);

    AudioFrame mono = new Resampler(STEREO_16K, AudioFormat.MONO_16K).process(stereo);
    AudioFrame again = new Resampler(AudioFormat.MONO_16K, STEREO_16K).process(mono);

    assertThat(samples(mono)).containsExactly(201, -2);
    assertThat(samples(again)).containsExactly(201, 201, -2, -2);
  }

  @Test
  void channelsDoNotMixOnTheWayToAnotherRate() {
    AudioFrame left = Signals.sine(AudioFormat.MONO_16K, 440, -6, 3_200);
    AudioFrame right = Signals.noise(AudioFormat.MONO_16K, 3_200, new Random(3));
    var to = new AudioFormat(48_000, 2);

    AudioFrame result = resample(new Resampler(STEREO_16K, to), interleaved(left, right), null);

    var mono = new Resampler(AudioFormat.MONO_16K, AudioFormat.MONO_48K);
    AudioFrame expectedLeft = resample(mono, left, null);
    AudioFrame expectedRight = resample(mono, right, null);
    assertThat(result.toByteArray())
        .isEqualTo(interleaved(to, expectedLeft, expectedRight).toByteArray());
  }

  @Test
  void aMeanOfChannelsAtAnotherRateIsThatOfTheSound() {
    AudioFrame tone = Signals.sine(AudioFormat.MONO_16K, 440, -6, 3_200);
    AudioFrame both = interleaved(tone, tone);

    AudioFrame mean = resample(new Resampler(STEREO_16K, AudioFormat.MONO_48K), both, null);
    AudioFrame twice =
        resample(new Resampler(AudioFormat.MONO_16K, new AudioFormat(48_000, 2)), tone, null);

    AudioFrame expected =
        resample(new Resampler(AudioFormat.MONO_16K, AudioFormat.MONO_48K), tone, null);
    assertThat(mean.toByteArray()).isEqualTo(expected.toByteArray());
    assertThat(twice.toByteArray())
        .isEqualTo(interleaved(twice.format(), expected, expected).toByteArray());
  }

  @Test
  void aFrameOfAnotherFormatIsRefused() {
    var resampler = new Resampler(AudioFormat.MONO_16K, AudioFormat.MONO_48K);

    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> resampler.process(AudioFrame.silence(AudioFormat.MONO_24K, Duration.ZERO)))
        .withMessageContaining("sampleRateHz=24000")
        .withMessageContaining("takes AudioFormat[sampleRateHz=16000");
  }

  @Test
  void aFrameCostsItsResultAndNothingElse() {
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    var resampler = new Resampler(AudioFormat.MONO_24K, AudioFormat.MONO_16K);
    AudioFrame frame = Signals.noise(AudioFormat.MONO_24K, 480, new Random(1));
    for (int i = 0; i < 100; i++) {
      resampler.process(frame);
    }

    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1_000; i++) {
      resampler.process(frame);
    }
    long each = (threads.getCurrentThreadAllocatedBytes() - before) / 1_000;

    int resultBytes = 2 * 320;
    int headersOfFrameAndArray = 64;
    assertThat(each).isBetween((long) resultBytes, (long) resultBytes + headersOfFrameAndArray);
  }

  /** Passes everything through, in one frame or cut by {@code random}. */
  static AudioFrame resample(Resampler resampler, AudioFrame sound, Random random) {
    return Signals.collect(
        resampler.to(),
        result -> {
          if (random == null) {
            result.accept(resampler.process(sound));
          } else {
            Signals.cut(sound, random).forEach(each -> result.accept(resampler.process(each)));
          }
          result.accept(resampler.flush());
        });
  }

  private static int roundedUp(long samples, int from, int to) {
    return (int) ((samples * to + from - 1) / from);
  }

  private static AudioFrame interleaved(AudioFrame left, AudioFrame right) {
    return interleaved(STEREO_16K, left, right);
  }

  private static AudioFrame interleaved(AudioFormat format, AudioFrame left, AudioFrame right) {
    var both = new short[2 * left.sampleCount()];
    for (int i = 0; i < left.sampleCount(); i++) {
      both[2 * i] = left.sample(i);
      both[2 * i + 1] = right.sample(i);
    }
    return AudioFrame.ofSamples(format, both);
  }

  private static int[] samples(AudioFrame frame) {
    var samples = new int[frame.byteLength() / 2];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = frame.sample(i);
    }
    return samples;
  }
}
