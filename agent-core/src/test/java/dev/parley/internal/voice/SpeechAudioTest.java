package dev.parley.internal.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.audio.PcmBlocks;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpeechAudioTest {
  private static final AudioFormat FORMAT = AudioFormat.mono(8_000);

  private final PcmBlocks memory = new PcmBlocks(FORMAT);
  private final SpeechAudio audio = new SpeechAudio(FORMAT, memory);
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

  @Test
  void whatGoesBackAndIsCutAtRandomIsTheSameAudio() {
    var random = new Random(2);
    var all = new ArrayList<Short>();
    int played = 0;
    for (int i = 0; i < 5_000; i++) {
      int samples = random.nextInt(2_500);
      var values = new short[samples];
      for (int s = 0; s < samples; s++) {
        values[s] = (short) random.nextInt();
        all.add(values[s]);
      }
      audio.add(AudioFrame.ofSamples(FORMAT, values));
      for (int frames = random.nextInt(20); frames > 0 && !audio.isDrained(); frames--) {
        AudioFrame frame = audio.take(160);
        for (int s = 0; s < frame.sampleCount(); s++) {
          assertThat(frame.sample(s)).isEqualTo(all.get(played++));
        }
      }
      if (random.nextInt(10) == 0) {
        audio.seek(played - random.nextInt(30_000));
        played = (int) audio.position();
      }
      if (random.nextInt(10) == 0) {
        audio.truncate(audio.received() - random.nextInt(20_000));
        all.subList((int) audio.received(), all.size()).clear();
      }
      assertThat(audio.received()).isEqualTo(all.size());
    }
  }

  @Test
  void whatOneSpeechLeavesBehindIsNotHeardInTheNext() {
    add(12_345);
    audio.take(160);
    audio.release();
    assertThat(audio.take(160)).isNull();
    assertThat(audio.kept()).isZero();

    var second = new SpeechAudio(FORMAT, memory);
    second.add(AudioFrame.ofSamples(FORMAT, (short) -1, (short) -2));
    AudioFrame frame = second.take(160);
    assertThat(frame.sampleCount()).isEqualTo(2);
    assertThat(frame.sample(0)).isEqualTo((short) -1);
    assertThat(second.take(160)).isNull();
  }
}
