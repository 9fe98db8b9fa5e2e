package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agora.simulator.engine.ConnectionState;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.time.ManualTime;
import dev.parley.agora.simulator.time.SimulatorTime;
import io.agora.rtc.AgoraService;
import io.agora.rtc.AgoraServiceConfig;
import io.agora.rtc.Constants;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JoinTest {
  private static final Duration SOON = Duration.ofMillis(100);

  private final SimulatedAgora agora = SimulatedAgora.openManual();

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  @Test
  void connectReturnsAtOnceAndTheOutcomeComesByCallback() {
    try (Bot bot = Bot.create()) {
      assertThat(bot.conn.getConnInfo()).isNull();
      assertThat(bot.connect("room", "9999")).isZero();
      assertThat(bot.events).isEmpty();
      assertThat(bot.conn.getConnInfo().getState()).isEqualTo(2);

      agora.advance(SOON);
      assertThat(bot.events).containsExactly("connecting 0", "connected 9999 1");
      assertThat(bot.conn.getConnInfo().getState()).isEqualTo(3);
      assertThat(bot.conn.getConnInfo().getChannelId()).isEqualTo("room");
      assertThat(agora.channel("room").users()).containsExactly("9999");
    }
  }

  @Test
  void theServerAssignsAUidForZero() {
    try (Bot bot = Bot.create()) {
      bot.connect("room", "0");
      agora.advance(SOON);
      String uid = bot.conn.getConnInfo().getLocalUserId();
      assertThat(uid).matches("[1-9][0-9]*");
      assertThat(bot.events).contains("connected " + uid + " 1");
    }
  }

  @Test
  void everyoneLearnsOfEveryoneWhoBroadcasts() {
    agora.channel("room").join("1");
    agora.channel("room").person("2").audience().join();
    try (Bot bot = Bot.create()) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      agora.channel("room").join("3").leave();
      agora.advance(SOON);
      assertThat(bot.events)
          .contains("connected 9999 1", "joined 1", "joined 3", "left 3 0")
          .doesNotContain("joined 2");
    }
  }

  @Test
  void channelsDoNotMix() {
    agora.channel("elsewhere").join("1");
    try (Bot bot = Bot.create()) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      assertThat(bot.events).doesNotContain("joined 1");
    }
  }

  @Test
  void whatIsWrongLocallyIsRefusedAtOnce() {
    try (Bot bot = Bot.create()) {
      assertThat(bot.connect("", "1")).isEqualTo(-2);
      assertThat(bot.connect(null, "1")).isEqualTo(-2);
      assertThat(bot.connect("x".repeat(65), "1")).isEqualTo(-2);
      assertThat(bot.connect("room", "alice")).isEqualTo(-121);
      assertThat(bot.connect("room", "-1")).isEqualTo(-121);
      assertThat(bot.connect("room", "4294967296")).isEqualTo(-121);
      assertThat(bot.connect("room", "4294967295")).isZero();
      assertThat(bot.connect("room", "1")).isEqualTo(-17);
    }
  }

  @Test
  void stringAccountsNeedTheirMode() {
    AgoraService service = Bot.newService(1);
    try (Bot bot = Bot.on(service, Constants.AUDIO_SCENARIO_AI_SERVER)) {
      assertThat(bot.connect("room", "")).isEqualTo(-121);
      assertThat(bot.connect("room", "alice")).isZero();
      agora.advance(SOON);
      assertThat(bot.events).contains("connected alice 1");
    }
    service.destroy();
  }

  @Test
  void aChannelNameWithForbiddenCharactersFailsAtTheServer() {
    try (Bot bot = Bot.create()) {
      assertThat(bot.connect("Zürich/1", "1")).isZero();
      agora.advance(SOON);
      assertThat(bot.events).containsExactly("connecting 0", "error 102", "failure 7 state 5");
    }
  }

  @Test
  void anObserverRegisteredTooLateMissesTheEvent() {
    try (Bot bot = Bot.create()) {
      bot.conn.registerObserver(null);
      bot.connect("room", "9999");
      agora.advance(SOON);
      assertThat(bot.events).isEmpty();
    }
  }

  @Test
  void disconnectTellsLaterAndTheConnectionCanBeUsedAgain() {
    SimulatedPerson alice = agora.channel("room").join("1");
    try (Bot bot = Bot.create().listen()) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      int before = bot.heard("1").length;
      assertThat(bot.conn.disconnect()).isZero();
      assertThat(bot.events).doesNotContain("disconnected 5");
      agora.advance(SOON);
      assertThat(bot.events).contains("disconnected 5");
      assertThat(bot.heard("1")).hasSize(before);
      assertThat(agora.channel("room").users()).containsExactly(alice.uid());

      assertThat(bot.connect("room", "9999")).isZero();
      agora.advance(SOON);
      assertThat(bot.conn.getConnInfo().getState()).isEqualTo(3);
      assertThat(bot.heard("1")).as("the observer ended with disconnect").hasSize(before);
      bot.listen();
      agora.advance(SOON);
      assertThat(bot.heard("1")).hasSizeGreaterThan(before);
    }
  }

  @Test
  void timeCanBelongToSomebodyElse() {
    agora.close();
    ManualTime theirs = new ManualTime();
    SimulatorTime bridge =
        new SimulatorTime() {
          @Override
          public long nanoTime() {
            return theirs.nanoTime();
          }

          @Override
          public Timer schedule(Duration delay, Runnable task) {
            return theirs.schedule(delay, task);
          }

          @Override
          public boolean callsBackInline() {
            return true;
          }

          @Override
          public void close() {
            theirs.close();
          }
        };
    try (SimulatedAgora shared =
            SimulatedAgora.open(SimulatorOptions.builder().time(bridge).build());
        Bot bot = Bot.create()) {
      bot.connect("room", "9999");
      theirs.advance(SOON);
      assertThat(bot.events).contains("connected 9999 1");
      assertThatThrownBy(() -> shared.advance(SOON)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void servicesCanFollowOneAnother() {
    Bot.create().close();
    try (Bot bot = Bot.create()) {
      bot.connect("room", "1");
      agora.advance(SOON);
      assertThat(agora.connections()).singleElement().matches(c -> c.uid().equals("1"));
      assertThat(agora.connections().get(0).state()).isEqualTo(ConnectionState.CONNECTED);
    }
    assertThat(agora.connections()).isEmpty();
  }

  @Test
  void aServiceThatIsNotInitialisedMakesNoConnection() {
    AgoraService service = new AgoraService();
    assertThat(service.initialize(new AgoraServiceConfig())).isEqualTo(-2);
    assertThat(service.initialize(null)).isEqualTo(-2);
    assertThat(service.agoraRtcConnCreate(Bot.config(1), null)).isNull();
    service.destroy();
  }

  @Test
  void withoutPublishConfigAConnectionOnlyReceives() {
    AgoraService service = Bot.newService();
    var conn = service.agoraRtcConnCreate(Bot.config(2), null);
    assertThat(conn.publishAudio()).isNegative();
    assertThat(conn.pushAudioPcmData(new byte[320], 16_000, 1)).isNegative();
    conn.destroy();
    service.destroy();
  }
}
