package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.VoiceActivityDetector;
import dev.parley.testkit.contract.VoiceActivityDetectorContract;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EnergyVadTest extends VoiceActivityDetectorContract {
  @Override
  protected VoiceActivityDetector newEngine() {
    return new EnergyVad();
  }

  /** A second of a buzz as loud as a voice. */
  @Override
  protected AudioFrame speech() {
    var samples = new short[16_000];
    for (int i = 0; i < samples.length; i++) {
      samples[i] =
          (short)
              (8_000 * Math.sin(2 * Math.PI * 180 * i / 16_000)
                  + 3_000 * Math.sin(2 * Math.PI * 900 * i / 16_000));
    }
    return AudioFrame.ofSamples(AudioFormat.MONO_16K, samples);
  }

  @Test
  void evenNoiseStopsBeingAVoiceOnceTheFloorHasRisen() {
    var judge = new EnergyJudge();
    var random = new Random(7);
    double last = 1;
    for (int i = 0; i < 20 * 50; i++) {
      last = judge.judge(noise(random));
    }
    assertThat(last).isLessThan(judge.threshold());
  }

  private static short[] noise(Random random) {
    var window = new short[320];
    for (int i = 0; i < window.length; i++) {
      window[i] = (short) (random.nextGaussian() * 1_000);
    }
    return window;
  }

  @Test
  void aHangoverOfAnHourIsRefusedWithTheValue() {
    assertThatThrownBy(() -> new EnergyVad(Duration.ofHours(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("3600000 ms");
  }
}
