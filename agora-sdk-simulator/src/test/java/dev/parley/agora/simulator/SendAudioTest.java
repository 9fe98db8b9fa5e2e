package dev.parley.agora.simulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.audio.SpeechClip;
import io.agora.rtc.AgoraRtcConn;
import io.agora.rtc.AgoraService;
import io.agora.rtc.Constants;
import io.agora.rtc.RtcConnConfig;
import io.agora.rtc.RtcConnPublishConfig;
import io.agora.rtc.SendExternalAudioParameters;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SendAudioTest {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int AI_SERVER = Constants.AUDIO_SCENARIO_AI_SERVER;
  private static final int CHORUS = Constants.AUDIO_SCENARIO_CHORUS;
  private static final SpeechClip TONE = SpeechClip.tone(440, SECOND);

  private final SimulatedAgora agora = SimulatedAgora.openManual();
  private final SimulatedPerson alice = agora.channel("room").join("1");

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  private Bot joined(int scenario) {
    Bot bot = Bot.create(scenario);
    bot.connect("room", "9999");
    bot.conn.publishAudio();
    agora.advance(SOON);
    return bot;
  }

  private SimulatedConnection connection() {
    return agora.channel("room").connection("9999").orElseThrow();
  }

  @Test
  void inTheAiScenarioTheWholePushIsSentAtOnceAndHeardAtTheSpeedOfSpeech() {
    try (Bot bot = joined(AI_SERVER)) {
      assertThat(bot.push(TONE.pcm())).isZero();
      assertThat(connection().queuedAudio()).isZero();
      agora.advance(Duration.ofMillis(500));
      assertThat(alice.heard("9999").sound()).isEqualTo(Duration.ofMillis(500));
      agora.advance(SECOND);
      assertThat(alice.heard("9999").soundOnly().pcm()).isEqualTo(TONE.pcm());
    }
  }

  @Test
  void inOtherScenariosThePushWaitsInAQueue() {
    try (Bot bot = joined(CHORUS)) {
      assertThat(bot.push(TONE.pcm())).isZero();
      agora.advance(Duration.ofMillis(400));
      assertThat(connection().queuedAudio()).isEqualTo(Duration.ofMillis(600));
      agora.advance(SECOND);
      assertThat(alice.heard("9999").soundOnly().pcm()).isEqualTo(TONE.pcm());
    }
  }

  @Test
  void silenceIsSentInOtherScenariosOnly() {
    try (Bot bot = joined(AI_SERVER)) {
      agora.advance(SECOND);
      assertThat(alice.heard(bot.conn.getConnInfo().getLocalUserId()).frames()).isZero();
    }
    try (Bot bot = joined(CHORUS)) {
      agora.advance(SECOND);
      assertThat(alice.heard(bot.conn.getConnInfo().getLocalUserId()).frames())
          .isGreaterThanOrEqualTo(100);
    }
  }

  @Test
  void unpublishDropsWhatHasNotBeenHeard() {
    for (int scenario : new int[] {AI_SERVER, CHORUS}) {
      try (Bot bot = joined(scenario)) {
        bot.push(TONE.pcm());
        agora.advance(Duration.ofMillis(300));
        Duration before = alice.heard("9999").sound();
        bot.conn.unpublishAudio();
        bot.conn.publishAudio();
        agora.advance(SECOND);
        assertThat(alice.heard("9999").sound()).isEqualTo(before);
        assertThat(bot.conn.isPushToRtcCompleted()).isTrue();

        bot.push(TONE.pcm());
        agora.advance(SECOND);
        assertThat(alice.heard("9999").sound()).isEqualTo(before.plus(SECOND));
      }
    }
  }

  @Test
  void completionIsAMatterOfTheClock() {
    try (Bot bot = joined(AI_SERVER)) {
      assertThat(bot.conn.isPushToRtcCompleted()).isTrue();
      bot.push(TONE.pcm());
      assertThat(bot.conn.isPushToRtcCompleted()).isFalse();
      agora.advance(Duration.ofMillis(1_180));
      assertThat(bot.conn.isPushToRtcCompleted()).isFalse();
      agora.advance(Duration.ofMillis(1));
      assertThat(bot.conn.isPushToRtcCompleted()).isTrue();
    }
  }

  @Test
  void onlyWholeMillisecondsAreTaken() {
    try (Bot bot = joined(AI_SERVER)) {
      assertThat(bot.push(new byte[33])).isNegative();
      assertThat(bot.push(new byte[0])).isNegative();
      assertThat(bot.push(null)).isNegative();
      assertThat(bot.push(new byte[32])).isZero();
      assertThat(bot.conn.pushAudioPcmData(new byte[320], 1, 16_000)).isNegative();
      assertThat(bot.conn.pushAudioPcmData(new byte[96], 24_000, 2)).isZero();
      assertThat(bot.conn.pushAudioPcmData(new byte[94], 24_000, 2)).isNegative();
    }
  }

  @Test
  void anOddRestIsFilledUpWithSilence() {
    byte[] pcm = Arrays.copyOf(TONE.pcm(), 25 * 32);
    try (Bot bot = joined(AI_SERVER)) {
      bot.push(pcm);
      agora.advance(SOON);
      assertThat(alice.heard("9999").soundOnly().pcm()).isEqualTo(Arrays.copyOf(pcm, 30 * 32));
    }
  }

  @Test
  void audioBeforeTheJoinIsAcceptedAndLost() {
    try (Bot bot = Bot.create()) {
      bot.connect("room", "9999");
      bot.conn.publishAudio();
      assertThat(bot.push(TONE.pcm())).isZero();
      agora.advance(SECOND);
      assertThat(alice.heard("9999").sound()).isZero();
      assertThat(connection().pushesLost()).isEqualTo(1);
    }
  }

  @Test
  void audioAfterLeavingIsRefused() {
    try (Bot bot = joined(AI_SERVER)) {
      bot.conn.disconnect();
      assertThat(bot.push(TONE.pcm())).isNegative();
    }
  }

  @Test
  void twoConnectionsHearEachOther() {
    AgoraService service = Bot.newService();
    try (Bot first = Bot.on(service, AI_SERVER).listen();
        Bot second = Bot.on(service, CHORUS).listen()) {
      first.connect("room", "10");
      second.connect("room", "20");
      first.conn.publishAudio();
      second.conn.publishAudio();
      agora.advance(SOON);
      first.push(TONE.pcm());
      second.push(SpeechClip.tone(880, SECOND).pcm());
      agora.advance(SECOND.plus(SOON));
      assertThat(second.heard("10")).isEqualTo(TONE.pcm());
      assertThat(new String(first.heard("20"), ISO_8859_1))
          .contains(new String(SpeechClip.tone(880, SECOND).pcm(), ISO_8859_1));
      assertThat(first.heard("10")).isEmpty();
    }
    service.destroy();
  }

  @Test
  void timeStampsTravelWithTheAudioTenMillisecondsApart() {
    AgoraService service = Bot.newService();
    try (Bot sender = Bot.on(service, AI_SERVER);
        Bot listener = Bot.on(service, AI_SERVER).listen()) {
      sender.connect("room", "10");
      listener.connect("room", "20");
      sender.conn.publishAudio();
      agora.advance(SOON);
      sender.conn.pushAudioPcmData(new byte[960], 16_000, 1, 5_000);
      agora.advance(SOON);
      assertThat(listener.presentationTimes).containsExactly(5_000L, 5_010L, 5_020L);
    }
    service.destroy();
  }

  @Test
  void aPeerWithoutAiQosAsksForAnotherScenario() {
    agora.channel("room").person("2").withoutAiQos().join();
    try (Bot bot = Bot.create()) {
      bot.fallbackScenario = CHORUS;
      bot.connect("room", "9999");
      agora.advance(SOON);
      assertThat(bot.events).containsOnlyOnce("aiqos missing 7");
      assertThat(connection().scenario()).isEqualTo(CHORUS);
    }
  }

  @Test
  void aPeerWithoutAiQosLosesWhatComesTooFast() {
    SimulatedPerson bob = agora.channel("room").person("2").withoutAiQos().join();
    try (Bot bot = joined(AI_SERVER)) {
      bot.push(SpeechClip.tone(440, Duration.ofSeconds(3)).pcm());
      agora.advance(Duration.ofSeconds(4));
      assertThat(bob.heard("9999").sound()).isEqualTo(SECOND);
      assertThat(alice.heard("9999").sound()).isEqualTo(Duration.ofSeconds(3));
    }
  }

  @Test
  void incrementalSendingIsFastAtFirstAndThenPaced() {
    AgoraService service = Bot.newService();
    RtcConnPublishConfig publish = new RtcConnPublishConfig();
    SendExternalAudioParameters parameters = new SendExternalAudioParameters();
    parameters.setEnabled(true);
    parameters.setSendMs(500);
    parameters.setSendSpeed(2);
    publish.setSendExternalAudioParameters(parameters);
    RtcConnConfig config = Bot.config(Constants.CLIENT_ROLE_BROADCASTER);
    AgoraRtcConn conn = service.agoraRtcConnCreate(config, publish);
    conn.connect("", "room", "9999");
    conn.publishAudio();
    agora.advance(SOON);
    conn.pushAudioPcmData(SpeechClip.tone(440, Duration.ofSeconds(2)).pcm(), 16_000, 1);
    agora.advance(Duration.ofMillis(250));
    assertThat(connection().queuedAudio()).isEqualTo(Duration.ofMillis(1_500));
    agora.advance(SECOND);
    assertThat(connection().queuedAudio()).isEqualTo(Duration.ofMillis(500));
    conn.disconnect();
    conn.destroy();
    service.destroy();
  }

  @Test
  void metadataRidesOnAudio() {
    try (Bot bot = joined(AI_SERVER)) {
      assertThat(bot.conn.sendAudioMetaData("caption".getBytes(StandardCharsets.UTF_8))).isZero();
      agora.advance(SECOND);
      assertThat(alice.metadata()).isEmpty();
      bot.push(new byte[320]);
      agora.advance(SOON);
      assertThat(alice.metadata()).singleElement().matches(m -> m.text().equals("caption"));
      alice.sendMetadata(new byte[] {'h', 'i'});
      agora.advance(SOON);
      assertThat(bot.events).contains("metadata 1 hi");
    }
  }
}
