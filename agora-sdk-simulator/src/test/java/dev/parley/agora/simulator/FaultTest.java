package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.engine.ChangeReason;
import dev.parley.agora.simulator.engine.ConnectionState;
import dev.parley.agora.simulator.settings.NetworkConditions;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.time.ManualTime;
import io.agora.rtc.AgoraService;
import io.agora.rtc.Constants;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultTest {
  private static final Duration SOON = Duration.ofMillis(100);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private SimulatedAgora agora = SimulatedAgora.openManual();

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  private Bot joined() {
    Bot bot = Bot.create().listen();
    bot.connect("room", "9999");
    bot.conn.publishAudio();
    agora.advance(SOON);
    return bot;
  }

  private SimulatedConnection connection() {
    return agora.channel("room").connection("9999").orElseThrow();
  }

  @Test
  void aKickEndsTheConnectionForGood() {
    SimulatedPerson alice = agora.channel("room").join("1");
    try (Bot bot = joined()) {
      connection().kick();
      agora.advance(SOON);
      assertThat(bot.events).endsWith("error 123", "failure 3 state 5");
      assertThat(agora.channel("room").users()).containsExactly(alice.uid());
      assertThat(bot.connect("room", "9999")).isNegative();
      assertThat(bot.conn.disconnect()).isZero();
      assertThat(bot.connect("room", "9999")).isNegative();
      agora.advance(SOON);
      assertThat(bot.events).doesNotContain("disconnected 5");
    }
  }

  @Test
  void aRejectionHasItsOwnReason() {
    try (Bot bot = joined()) {
      connection().reject();
      agora.advance(SOON);
      assertThat(bot.events).endsWith("failure 10 state 5");
    }
  }

  @Test
  void theSameUidEndsTheOlderConnection() {
    AgoraService service = Bot.newService();
    try (Bot older = Bot.on(service, Constants.AUDIO_SCENARIO_AI_SERVER);
        Bot younger = Bot.on(service, Constants.AUDIO_SCENARIO_AI_SERVER)) {
      older.connect("room", "9999");
      agora.advance(SOON);
      younger.connect("room", "9999");
      agora.advance(SOON);
      assertThat(older.events).endsWith("failure 19 state 5");
      assertThat(younger.events).contains("connected 9999 1");
      assertThat(agora.channel("room").users()).containsExactly("9999");
    }
    service.destroy();
  }

  @Test
  void aPersonWithTheSameUidEndsTheConnectionToo() {
    try (Bot bot = joined()) {
      SimulatedPerson impostor = agora.channel("room").join("9999");
      agora.advance(SOON);
      assertThat(bot.events).endsWith("failure 19 state 5");
      assertThat(impostor.ended()).isEmpty();
      agora.channel("room").join("9999");
      assertThat(impostor.ended()).contains(ChangeReason.SAME_UID);
    }
  }

  @Test
  void olderBuildsLetTwoWithOneUidShareTheChannel() {
    agora.close();
    agora =
        SimulatedAgora.open(
            SimulatorOptions.builder().time(new ManualTime()).sameUidShares(true).build());
    try (Bot bot = joined()) {
      agora.channel("room").join("9999");
      agora.advance(SOON);
      assertThat(bot.events).doesNotContain("failure 19 state 5");
      assertThat(agora.channel("room").users()).containsExactly("9999", "9999");
    }
  }

  @Test
  void aShortLossIsNotNoticedButHeard() {
    SimulatedPerson alice = agora.channel("room").join("1");
    try (Bot bot = joined()) {
      int before = bot.heard("1").length;
      connection().loseNetwork();
      agora.advance(Duration.ofSeconds(3));
      connection().restoreNetwork();
      agora.advance(SECOND);
      assertThat(bot.events).noneMatch(event -> event.startsWith("reconnecting"));
      assertThat(bot.heard("1")).hasSize(before + 100 * 320);
      assertThat(alice.heard("9999").sound()).isZero();
    }
  }

  @Test
  void aLossOfFiveSecondsReconnectsAndAnnouncesEveryoneAgain() {
    SimulatedPerson alice = agora.channel("room").join("1");
    try (Bot bot = joined()) {
      bot.push(SpeechClip.tone(440, SECOND).pcm());
      agora.advance(SECOND);
      connection().loseNetwork();
      agora.advance(Duration.ofSeconds(5));
      assertThat(bot.events).endsWith("reconnecting 2 state 4");
      assertThat(bot.conn.sendStreamMessage(new byte[1])).isEqualTo(-111);
      assertThat(bot.connect("room", "9999")).isEqualTo(-17);
      assertThat(bot.push(SpeechClip.tone(880, SECOND).pcm())).isZero();

      connection().restoreNetwork();
      agora.advance(SOON);
      assertThat(bot.events).containsSubsequence("reconnecting 2 state 4", "connected 9999 15");
      assertThat(bot.events).endsWith("joined 1", "track 1 1 0");
      assertThat(bot.events).doesNotContain("lost");

      bot.push(SpeechClip.tone(440, SECOND).pcm());
      agora.advance(SECOND);
      assertThat(alice.heard("9999").sound()).isEqualTo(Duration.ofSeconds(2));
    }
  }

  @Test
  void keepAlivesThatVanishHaveTheirOwnReason() {
    try (Bot bot = joined()) {
      connection().loseKeepAlive();
      agora.advance(Duration.ofSeconds(5));
      assertThat(bot.events).endsWith("reconnecting 14 state 4");
    }
  }

  @Test
  void afterTenSecondsTheConnectionCountsAsLostAndStillComesBack() {
    SimulatedPerson alice = agora.channel("room").join("1");
    SimulatedPerson bob = agora.channel("room").join("2");
    Bot watcher = null;
    try (Bot bot = joined()) {
      watcher = Bot.on(bot.service, Constants.AUDIO_SCENARIO_AI_SERVER);
      watcher.connect("room", "20");
      agora.advance(SOON);
      SimulatedConnection connection = connection();
      connection.loseNetwork();
      agora.advance(Duration.ofSeconds(11));
      assertThat(bot.events).endsWith("lost");
      assertThat(watcher.events).doesNotContain("left 9999 1");
      agora.advance(Duration.ofSeconds(10));
      assertThat(watcher.events).contains("left 9999 1");
      bob.leave();
      connection.restoreNetwork();
      agora.advance(SOON);
      assertThat(bot.events).contains("connected 9999 15", "left 2 0");
      assertThat(watcher.events).endsWith("joined 9999", "track 9999 1 0");
      assertThat(agora.channel("room").users()).contains(alice.uid(), "9999");
      watcher.close();
    }
  }

  @Test
  void afterTwentyMinutesTheSdkGivesUp() {
    try (Bot bot = joined()) {
      connection().loseNetwork();
      agora.advance(Duration.ofMinutes(21));
      assertThat(bot.events).endsWith("failure 4 state 5");
    }
  }

  @Test
  void aJoinWithoutNetworkWaitsForIt() {
    try (Bot bot = Bot.create()) {
      SimulatedConnection connection = agora.connections().get(0);
      connection.loseNetwork();
      bot.connect("room", "9999");
      agora.advance(Duration.ofMinutes(1));
      assertThat(connection.state()).isEqualTo(ConnectionState.CONNECTING);
      connection.restoreNetwork();
      agora.advance(SOON);
      assertThat(bot.events).contains("connected 9999 1");
    }
    try (Bot bot = Bot.create()) {
      agora.connections().get(0).loseNetwork();
      bot.connect("room", "9999");
      agora.advance(Duration.ofMinutes(21));
      assertThat(bot.events).endsWith("failure 4 state 5");
    }
  }

  @Test
  void aTokenThatEndsWhileTheNetworkIsAwayIsRefusedAtTheRejoin() {
    try (Bot bot = joined()) {
      SimulatedConnection connection = connection();
      connection.expireTokenIn(Duration.ofSeconds(8));
      connection.loseNetwork();
      agora.advance(Duration.ofSeconds(15));
      assertThat(connection.state()).isEqualTo(ConnectionState.RECONNECTING);
      connection.restoreNetwork();
      agora.advance(SOON);
      assertThat(bot.events).endsWith("error 109", "failure 9 state 5");
    }
  }

  @Test
  void aPersonWhoseNetworkIsLostLeavesAfterTwentySeconds() {
    SimulatedPerson alice = agora.channel("room").join("1");
    try (Bot bot = joined()) {
      alice.loseNetwork();
      int heard = bot.heard("1").length;
      agora.advance(Duration.ofSeconds(19));
      assertThat(bot.events).doesNotContain("left 1 1");
      assertThat(bot.heard("1")).hasSize(heard);
      agora.advance(Duration.ofSeconds(2));
      assertThat(bot.events).endsWith("left 1 1");
      alice.restoreNetwork();
      agora.advance(SOON);
      assertThat(bot.events).containsSubsequence("left 1 1", "joined 1");
      assertThat(bot.heard("1")).hasSizeGreaterThan(heard);
    }
  }

  @Test
  void latencyAndJitterDelayTheAudio() {
    SimulatedPerson alice = agora.channel("room").join("1");
    agora
        .channel("room")
        .network(
            NetworkConditions.delayed(Duration.ofMillis(200)).withJitter(Duration.ofMillis(50)));
    try (Bot bot = joined()) {
      agora.advance(SECOND);
      Duration pushed = agora.elapsed();
      bot.push(SpeechClip.tone(440, SECOND).pcm());
      agora.advance(Duration.ofSeconds(2));
      assertThat(alice.heard("9999").firstSoundAt().orElseThrow().minus(pushed))
          .isBetween(Duration.ofMillis(250), Duration.ofMillis(260));
    }
  }

  @Test
  void lostFramesAreHeardAsSilence() {
    SimulatedPerson alice = agora.channel("room").join("1");
    try (Bot bot = joined()) {
      connection().network(NetworkConditions.PERFECT.withLoss(0.5));
      bot.push(SpeechClip.tone(440, SECOND).pcm());
      agora.advance(Duration.ofSeconds(2));
      assertThat(alice.heard("9999").frames()).isEqualTo(100);
      assertThat(alice.heard("9999").lostFrames()).isBetween(20L, 80L);
      assertThat(alice.heard("9999").sound().toMillis() / 10)
          .isEqualTo(100 - alice.heard("9999").lostFrames());
    }
  }

  @Test
  void fiftyPeopleComeAndGo() {
    try (Bot bot = joined()) {
      for (int i = 0; i < 50; i++) {
        SimulatedPerson person = agora.channel("room").join(String.valueOf(100 + i));
        agora.advance(SOON);
        person.leave();
        agora.advance(SOON);
      }
      assertThat(bot.events.stream().filter(e -> e.startsWith("joined"))).hasSize(50);
      assertThat(bot.events.stream().filter(e -> e.startsWith("left"))).hasSize(50);
      assertThat(agora.channel("room").users()).containsExactly("9999");
    }
  }
}
