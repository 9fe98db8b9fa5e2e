package dev.parley.agora.simulator.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcmConverterTest {
  private static byte[] convert(byte[] pcm, PcmFormat from, PcmFormat to) {
    PcmConverter converter = new PcmConverter(from, to);
    byte[] all = new byte[0];
    int size = from.bytesPerFrame();
    for (int i = 0; i + size <= pcm.length; i += size) {
      byte[] frame = converter.convert(Arrays.copyOfRange(pcm, i, i + size));
      assertThat(frame).hasSize(to.bytesPerFrame());
      int end = all.length;
      all = Arrays.copyOf(all, end + frame.length);
      System.arraycopy(frame, 0, all, end, frame.length);
    }
    return all;
  }

  @Test
  void equalFormatsPassUnchanged() {
    byte[] frame = SpeechClip.tone(440, Duration.ofMillis(10)).pcm();
    assertThat(new PcmConverter(PcmFormat.SPEECH, PcmFormat.SPEECH).convert(frame)).isSameAs(frame);
  }

  @ParameterizedTest
  @CsvSource({"8000,1", "24000,1", "48000,1", "48000,2", "44100,1", "32000,2", "22050,1"})
  void aToneStaysAToneOfTheSameLoudnessThereAndBack(int rate, int channels) {
    PcmFormat other = new PcmFormat(rate, channels);
    byte[] tone = SpeechClip.tone(440, Duration.ofSeconds(1)).pcm();
    byte[] back = convert(convert(tone, PcmFormat.SPEECH, other), other, PcmFormat.SPEECH);
    assertThat(back).hasSize(tone.length);
    assertThat(Loudness.decibels(back)).isBetween(-15.5, -14.5);
    assertThat(crossings(back)).isBetween(870, 890);
  }

  private static int crossings(byte[] pcm) {
    int crossings = 0;
    for (int i = 1; i < pcm.length / 2; i++) {
      if (Loudness.sample(pcm, i - 1) < 0 != Loudness.sample(pcm, i) < 0) {
        crossings++;
      }
    }
    return crossings;
  }

  @Test
  void whatTheLowerRateCannotHoldIsFilteredOut() {
    byte[] high = SpeechClip.tone(6_000, Duration.ofSeconds(1)).pcm();
    byte[] low = convert(high, PcmFormat.SPEECH, new PcmFormat(8_000, 1));
    assertThat(Loudness.decibels(low)).isLessThan(-45);
  }

  @Test
  void loudnessKnowsSilenceAndFullScale() {
    assertThat(Loudness.decibels(new byte[320])).isEqualTo(Loudness.SILENCE);
    assertThat(Loudness.decibels(new byte[0])).isEqualTo(Loudness.SILENCE);
    byte[] loud = new byte[320];
    for (int i = 0; i < 160; i++) {
      Loudness.setSample(loud, i, i % 2 == 0 ? 40_000 : -40_000);
    }
    assertThat(Loudness.decibels(loud)).isBetween(-0.01, 0.0);
  }
}
