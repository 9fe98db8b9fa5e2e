package dev.parley.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.Participant;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import dev.parley.spi.VoiceActivityDetector;
import dev.parley.testkit.RecordingVadListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.contract.VoiceActivityDetectorContract;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SileroVadTest extends VoiceActivityDetectorContract {
  private static final AudioFrame SPEECH = spoken();

  private static AudioFrame spoken() {
    AudioFrame padded = Spoken.by(Spoken.PRIMING, "we are open every morning in all weathers");
    return padded.slice(4_800, padded.sampleCount() - 19_200 - 4_800);
  }

  @Override
  protected VoiceActivityDetector newEngine() {
    return new SileroVad();
  }

  @Override
  protected AudioFrame speech() {
    return SPEECH;
  }

  @Test
  void loudNoiseIsNoVoice() {
    var heard = new RecordingVadListener();
    VadStream stream =
        engine()
            .open(
                new VadRequest(
                    Participant.of("ann"), AudioFormat.MONO_16K, TestContexts.realTime()),
                heard);
    var random = new Random(11);
    var samples = new short[16_000 * 5];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (short) (random.nextGaussian() * 2_000);
    }
    stream.offer(AudioFrame.ofSamples(AudioFormat.MONO_16K, samples));
    stream.finish();
    assertThat(heard.log().count("speechStarted")).isZero();
  }
}
