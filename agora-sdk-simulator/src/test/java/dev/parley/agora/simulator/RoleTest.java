package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.agora.rtc.Constants;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoleTest {
  private static final Duration SOON = Duration.ofMillis(100);

  private final SimulatedAgora agora = SimulatedAgora.openManual();
  private final SimulatedPerson alice = agora.channel("room").join("1");

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  @Test
  void audienceHearsWithoutBeingSeen() {
    Bot other = Bot.create();
    other.connect("room", "10");
    agora.advance(SOON);
    try (Bot observer = Bot.on(other.service, Constants.AUDIO_SCENARIO_AI_SERVER).listen()) {
      observer.conn.getLocalUser().setUserRole(Constants.CLIENT_ROLE_AUDIENCE);
      observer.connect("room", "9999");
      agora.advance(SOON);
      assertThat(observer.heard("1")).isNotEmpty();
      assertThat(observer.conn.publishAudio()).isEqualTo(-119);
      assertThat(observer.push(new byte[320])).isEqualTo(-119);
      assertThat(other.events).doesNotContain("joined 9999");
    }
    other.close();
  }

  @Test
  void aRoleCanChange() {
    Bot other = Bot.create();
    other.connect("room", "10");
    try (Bot bot = Bot.on(other.service, Constants.AUDIO_SCENARIO_AI_SERVER)) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      bot.conn.getLocalUser().setUserRole(Constants.CLIENT_ROLE_AUDIENCE);
      agora.advance(SOON);
      assertThat(bot.conn.getLocalUser().getUserRole()).isEqualTo(Constants.CLIENT_ROLE_AUDIENCE);
      assertThat(bot.events).contains("role 1 to 2");
      bot.conn.getLocalUser().setUserRole(Constants.CLIENT_ROLE_BROADCASTER);
      agora.advance(SOON);
      assertThat(bot.events).contains("role 2 to 1");
    }
    agora.advance(SOON);
    assertThat(other.events)
        .containsSubsequence("joined 9999", "left 9999 2", "joined 9999", "left 9999 0");
    other.close();
  }

  @Test
  void aPersonWhoBecomesAudienceLeavesWithReasonTwo() {
    try (Bot bot = Bot.create().listen()) {
      bot.connect("room", "9999");
      agora.advance(SOON);
      alice.becomeAudience();
      agora.advance(SOON);
      int heard = bot.heard("1").length;
      agora.advance(SOON);
      assertThat(bot.events).contains("left 1 2");
      assertThat(bot.heard("1")).hasSize(heard);
      alice.becomeBroadcaster();
      agora.advance(SOON);
      assertThat(bot.events).endsWith("joined 1", "track 1 1 0", "track 1 2 0");
    }
  }
}
