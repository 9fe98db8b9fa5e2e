package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.strict.ViolationKind;
import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.AgoraExternalAudioProcessor;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.Constants.VadState;
import io.agora.rtc.apm.AgoraApmConfig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessorTest {
  private final SimulatedAgora agora = SimulatedAgora.openManual();
  private final List<Integer> sizes = new ArrayList<>();
  private final List<Long> times = new ArrayList<>();
  private final List<VadState> states = new ArrayList<>();

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  private int initialize(AgoraExternalAudioProcessor processor, AgoraAudioVadConfigV2 vad) {
    return processor.initialize(
        new AgoraApmConfig(),
        16_000,
        1,
        vad,
        (from, frame, result) -> {
          sizes.add(frame.getBuffer().remaining());
          times.add(frame.getPresentationMs());
          states.add(result == null ? VadState.UNKNOWN : result.getState());
        });
  }

  @Test
  void pushedAudioComesBackInFramesOfTheOutputFormat() {
    AgoraService service = Bot.newService();
    AgoraExternalAudioProcessor processor = service.createExternalAudioProcessor();
    assertThat(initialize(processor, new AgoraAudioVadConfigV2())).isZero();
    byte[] pcm = SpeechClip.tone(440, Duration.ofMillis(600)).pcm();
    assertThat(processor.pushAudioPcmData(pcm, 48_000, 1, 1_000)).isZero();
    agora.advance(Duration.ofMillis(1));
    assertThat(sizes).hasSize(20).containsOnly(320);
    assertThat(times).startsWith(1_000L, 1_010L, 1_020L);
    assertThat(states).containsOnly(VadState.NOT_SPEAKING);
    assertThat(processor.pushAudioPcmData(pcm, 16_000, 1, 0)).isZero();
    agora.advance(Duration.ofMillis(1));
    assertThat(states).contains(VadState.START_SPEAKING);
    processor.destroy();
    service.destroy();
  }

  @Test
  void withoutVoiceActivityTheResultIsNull() {
    AgoraService service = Bot.newService();
    AgoraExternalAudioProcessor processor = service.createExternalAudioProcessor();
    assertThat(initialize(processor, null)).isZero();
    processor.pushAudioPcmData(new byte[320], 16_000, 1, 0);
    agora.advance(Duration.ofMillis(1));
    assertThat(states).containsExactly(VadState.UNKNOWN);
    processor.destroy();
    service.destroy();
  }

  @Test
  void whatCannotWorkIsRefused() {
    AgoraService service = new AgoraService();
    assertThat(service.createExternalAudioProcessor()).isNull();
    AgoraServiceConfig config = new AgoraServiceConfig();
    config.setAppId(Bot.APP_ID);
    service.initialize(config);
    AgoraExternalAudioProcessor processor = service.createExternalAudioProcessor();
    assertThat(initialize(processor, null)).as("audio processing is off").isEqualTo(-4);
    assertThat(processor.pushAudioPcmData(new byte[320], 16_000, 1, 0)).isEqualTo(-7);
    processor.destroy();
    assertThat(processor.pushAudioPcmData(new byte[320], 16_000, 1, 0)).isEqualTo(-7);
    assertThat(agora.strictness().take(ViolationKind.USE_AFTER_DESTROY)).hasSize(1);
    service.destroy();
  }
}
