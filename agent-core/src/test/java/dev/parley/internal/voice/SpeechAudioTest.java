package dev.parley.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeechAudioTest {
  private static final AudioFormat FORMAT = AudioFormat.mono(8_000);

  private final SpeechAudio audio = new SpeechAudio(FORMAT);
  private int next;

  private void add(int samples) {
    var values = new short[samples];
    for (int i = 0; i < samples; i++) {
      values[i] = (short) next++;
    }
    audio.add(AudioFrame.ofSamples(FORMAT, values));
  }

  @Test
  void whateverItsChunksItComesInFramesWithoutGap() {
    var random = new Random(1);
    int expected = 0;
    for (int i = 0; i < 500; i++) {
      add(random.nextInt(300));
      for (AudioFrame frame = audio.take(160); frame != null; frame = audio.take(160)) {
        assertThat(frame.sampleCount()).isBetween(1, 160);
        for (int s = 0; s < frame.sampleCount(); s++) {
          assertThat(frame.sample(s)).isEqualTo((short) expected++);
        }
      }
      assertThat(audio.isDrained()).isTrue();
    }

    assertThat(expected).isEqualTo(next);
    assertThat(audio.received()).isEqualTo(next);
  }

  @Test
  void thePastFewSecondsCanBePlayedAgainButNotMore() {
    for (int i = 0; i < 100; i++) {
      add(800); // 10 s
    }
    while (!audio.isDrained()) {
      audio.take(160);
    }
    audio.seek(80_000 - 24_000);
    assertThat(audio.take(160).sample(0)).isEqualTo((short) 56_000);

    audio.seek(0);
    assertThat(audio.position()).isBetween(80_000L - 40_000, 80_000L - 32_000);
  }

  @Test
  void theEndCanBeTakenBackUntilItWasPlayed() {
    add(1_000);
    add(1_000);
    audio.take(500);

    audio.truncate(1_500);
    assertThat(audio.received()).isEqualTo(1_500);
    audio.truncate(400);
    assertThat(audio.received()).isEqualTo(500);
    assertThat(audio.isDrained()).isTrue();

    next = 7;
    add(10);
    assertThat(audio.take(160).sample(0)).isEqualTo((short) 7);
  }
}
