package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.engine.VoiceActivity;
import io.agora.rtc.AgoraAudioVadConfigV2;
import io.agora.rtc.AgoraAudioVadV2;
import io.agora.rtc.AudioFrame;
import io.agora.rtc.Constants.VadState;
import io.agora.rtc.VadProcessResult;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class VoiceActivityTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  // One second each of silence, sound and silence.
  private static List<VadProcessResult> heard(AgoraAudioVadConfigV2 config) {
    try (SimulatedAgora agora = SimulatedAgora.openManual()) {
      SimulatedPerson alice = agora.channel("room").join("1");
      try (Bot bot = Bot.create().listen(config)) {
        bot.connect("room", "9999");
        agora.advance(SECOND);
        alice.say(SpeechClip.tone(440, SECOND));
        agora.advance(SECOND.multipliedBy(2));
        return new ArrayList<>(bot.vadResults);
      }
    }
  }

  @Test
  void startAndStopAreToldOnceEach() {
    List<VadProcessResult> results = heard(new AgoraAudioVadConfigV2());
    assertThat(results.stream().map(VadProcessResult::getState).distinct())
        .containsExactly(
            VadState.NOT_SPEAKING,
            VadState.START_SPEAKING,
            VadState.SPEAKING,
            VadState.STOP_SPEAKING);
    assertThat(results.stream().collect(Collectors.groupingBy(VadProcessResult::getState)))
        .hasEntrySatisfying(VadState.START_SPEAKING, starts -> assertThat(starts).hasSize(1))
        .hasEntrySatisfying(VadState.STOP_SPEAKING, stops -> assertThat(stops).hasSize(1));
  }

  @Test
  void theStartHoldsTheLeadInAndTheWholeWindow() {
    VadProcessResult start =
        heard(new AgoraAudioVadConfigV2()).stream()
            .filter(result -> result.getState() == VadState.START_SPEAKING)
            .findFirst()
            .orElseThrow();
    assertThat(start.getOutFrame()).hasSize((16 + 30) * 320);
  }

  @Test
  void aSecondStartHoldsNothingOfTheFirst() {
    VoiceActivity vad = new VoiceActivity(new AgoraAudioVadConfigV2());
    byte[] sound = SpeechClip.tone(440, Duration.ofMillis(10)).pcm();
    List<VadProcessResult> results = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      boolean silent = i >= 60 && i < 130;
      results.add(vad.process(silent ? new byte[320] : sound));
    }
    assertThat(results)
        .filteredOn(result -> result.getState() == VadState.START_SPEAKING)
        .extracting(result -> result.getOutFrame().length / 320)
        .containsExactly(30, 5 + 30);
  }

  @Test
  void theWindowsDecideWhenItIsTold() {
    List<VadState> states =
        heard(new AgoraAudioVadConfigV2()).stream().map(VadProcessResult::getState).toList();
    int stop = states.indexOf(VadState.STOP_SPEAKING);
    assertThat(stop - states.indexOf(VadState.START_SPEAKING)).isEqualTo(100 - 30 + 65);

    AgoraAudioVadConfigV2 quick = new AgoraAudioVadConfigV2();
    quick.setStartRecognizeCount(5);
    quick.setStopRecognizeCount(10);
    List<VadState> faster = heard(quick).stream().map(VadProcessResult::getState).toList();
    stop = faster.indexOf(VadState.STOP_SPEAKING);
    assertThat(stop - faster.indexOf(VadState.START_SPEAKING)).isEqualTo(100 - 5 + 10);
  }

  @Test
  void theConfigurationHasTheDefaultsOfTheSdk() {
    AgoraAudioVadConfigV2 config = new AgoraAudioVadConfigV2();
    assertThat(config.getPreStartRecognizeCount()).isEqualTo(16);
    assertThat(config.getStartRecognizeCount()).isEqualTo(30);
    assertThat(config.getStopRecognizeCount()).isEqualTo(65);
    assertThat(config.getActivePercent()).isEqualTo(0.7f);
    assertThat(config.getInactivePercent()).isEqualTo(0.5f);
    assertThat(config.getStartRmsThreshold()).isEqualTo(-70);
    assertThat(config.isEnableAdaptiveRmsThreshold()).isTrue();
  }

  @Test
  void enabledWithoutAConfigurationThereAreFramesAndNoResults() {
    try (SimulatedAgora agora = SimulatedAgora.openManual();
        Bot bot = Bot.create()) {
      agora.channel("room").join("1").say(SpeechClip.tone(440, SECOND));
      bot.conn.getLocalUser().subscribeAllAudio();
      bot.conn.getLocalUser().setPlaybackAudioFrameBeforeMixingParameters(1, 16_000);
      assertThat(bot.observeFrames(true, null)).isZero();
      bot.connect("room", "9999");
      agora.advance(SECOND);
      assertThat(bot.heard("1")).isNotEmpty();
      assertThat(bot.vadResults).isEmpty();
    }
  }

  @Test
  void itCanBeUsedOnItsOwn() {
    AgoraAudioVadV2 vad = new AgoraAudioVadV2(new AgoraAudioVadConfigV2());
    AudioFrame frame = new AudioFrame();
    frame.setBuffer(ByteBuffer.wrap(SpeechClip.tone(440, Duration.ofMillis(10)).pcm()));
    for (int i = 0; i < 29; i++) {
      assertThat(vad.processFrame(frame).getState()).isEqualTo(VadState.NOT_SPEAKING);
    }
    assertThat(vad.processFrame(frame).getState()).isEqualTo(VadState.START_SPEAKING);
    vad.destroy();
  }
}
