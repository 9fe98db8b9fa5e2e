package dev.parley.agora.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.settings.SimulatedProject;
import io.agora.media.RtcTokenBuilder2;
import io.agora.media.RtcTokenBuilder2.Role;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TokenTest {
  private static final String CERTIFICATE = "fedcba9876543210fedcba9876543210";
  private static final String OTHER = "00000000000000000000000000000001";
  private static final Duration SOON = Duration.ofMillis(100);

  private final SimulatedAgora agora = SimulatedAgora.openManual();
  private final RtcTokenBuilder2 builder = new RtcTokenBuilder2();

  @BeforeEach
  void addProject() {
    agora.addProject(new SimulatedProject(Bot.APP_ID, CERTIFICATE));
  }

  @AfterEach
  void closeAgora() {
    agora.close();
  }

  private String token(String channel, int uid, int seconds) {
    return builder.buildTokenWithUid(
        Bot.APP_ID, CERTIFICATE, channel, uid, Role.ROLE_PUBLISHER, seconds, seconds);
  }

  private void assertOutcome(String token, String... events) {
    try (Bot bot = Bot.create()) {
      bot.conn.connect(token, "room", "9999");
      agora.advance(SOON);
      assertThat(bot.events).endsWith(events);
    }
  }

  @Test
  void aFittingTokenLetsIn() {
    assertOutcome(token("room", 9999, 3_600), "connected 9999 1");
  }

  @Test
  void aTokenForUidZeroFitsAnyUser() {
    assertOutcome(token("room", 0, 3_600), "connected 9999 1");
  }

  @Test
  void anAccountTokenFitsThatAccount() {
    String token =
        builder.buildTokenWithUserAccount(
            Bot.APP_ID, CERTIFICATE, "room", "9999", Role.ROLE_SUBSCRIBER, 3_600, 3_600);
    assertOutcome(token, "connected 9999 1");
  }

  @Test
  void aTokenOfSomethingElseIsInvalid() {
    assertOutcome(token("elsewhere", 9999, 3_600), "error 110", "failure 8 state 5");
    assertOutcome(token("room", 1, 3_600), "error 110", "failure 8 state 5");
    String otherApp =
        builder.buildTokenWithUid(
            OTHER, CERTIFICATE, "room", 9999, Role.ROLE_PUBLISHER, 3_600, 3_600);
    assertOutcome(otherApp, "error 110", "failure 8 state 5");
  }

  @Test
  void aTokenSignedWithAnotherCertificateIsInvalid() {
    String forged =
        builder.buildTokenWithUid(
            Bot.APP_ID, OTHER, "room", 9999, Role.ROLE_PUBLISHER, 3_600, 3_600);
    assertOutcome(forged, "error 110", "failure 8 state 5");
  }

  @Test
  void whatIsNoTokenIsInvalid() {
    for (String text : new String[] {"", "0", "007", "007garbage", "hello", Bot.APP_ID}) {
      assertOutcome(text, "error 110", "failure 8 state 5");
    }
    assertOutcome(null, "error 110", "failure 8 state 5");
  }

  @Test
  void aTokenFromMalformedCredentialsIsEmptyAndFails() {
    String empty =
        builder.buildTokenWithUid(
            Bot.APP_ID, CERTIFICATE + " ", "room", 9999, Role.ROLE_PUBLISHER, 3_600, 3_600);
    assertThat(empty).isEmpty();
    assertOutcome(empty, "error 110", "failure 8 state 5");
  }

  @Test
  void anExpiredTokenIsRefused() {
    String token = token("room", 9999, 60);
    agora.advance(Duration.ofSeconds(62));
    assertOutcome(token, "error 109", "failure 9 state 5");
  }

  @Test
  void anUnknownAppIdIsRefused() {
    agora.addProject(new SimulatedProject(OTHER, ""));
    try (Bot bot = Bot.create()) {
      bot.conn.connect(token("room", 9999, 3_600), "room", "9999");
      agora.advance(SOON);
      assertThat(bot.events).contains("connected 9999 1");
    }
    agora.close();
    try (SimulatedAgora strict = SimulatedAgora.openManual()) {
      strict.addProject(new SimulatedProject(OTHER, ""));
      try (Bot bot = Bot.create()) {
        bot.connect("room", "9999");
        strict.advance(SOON);
        assertThat(bot.events).endsWith("error 101", "failure 6 state 5");
      }
    }
  }

  @Test
  void theEndOfATokenIsAnnouncedAndThenEndsTheConnection() {
    try (Bot bot = Bot.create()) {
      bot.conn.connect(token("room", 9999, 120), "room", "9999");
      agora.advance(Duration.ofSeconds(85));
      assertThat(bot.events).doesNotContain("token will expire");
      agora.advance(Duration.ofSeconds(10));
      assertThat(bot.events).endsWith("token will expire");
      agora.advance(Duration.ofSeconds(27));
      assertThat(bot.events).endsWith("token did expire");
      agora.advance(Duration.ofSeconds(5));
      assertThat(bot.events).endsWith("error 109", "failure 9 state 5");
    }
  }

  @Test
  void aRenewedTokenKeepsTheConnection() {
    try (Bot bot = Bot.create()) {
      bot.conn.connect(token("room", 9999, 60), "room", "9999");
      agora.advance(Duration.ofSeconds(40));
      assertThat(bot.conn.renewToken(token("room", 9999, 3_600))).isZero();
      agora.advance(Duration.ofMinutes(10));
      assertThat(bot.events).contains("connected 9999 12").doesNotContain("token did expire");
      assertThat(bot.conn.renewToken("")).isEqualTo(-2);
    }
  }

  @Test
  void aWrongRenewalEndsTheConnection() {
    try (Bot bot = Bot.create()) {
      assertThat(bot.conn.renewToken(token("room", 9999, 60))).isEqualTo(-113);
      bot.conn.connect(token("room", 9999, 60), "room", "9999");
      agora.advance(SOON);
      assertThat(bot.conn.renewToken(token("elsewhere", 9999, 60))).isZero();
      agora.advance(SOON);
      assertThat(bot.events).endsWith("error 110", "failure 8 state 5");
    }
  }

  @Test
  void aTestCanLetAnyTokenExpire() {
    try (Bot bot = Bot.create()) {
      bot.conn.connect(token("room", 9999, 3_600), "room", "9999");
      agora.advance(SOON);
      agora.channel("room").connection("9999").orElseThrow().expireTokenIn(Duration.ofSeconds(31));
      agora.advance(Duration.ofSeconds(2));
      assertThat(bot.events).endsWith("token will expire");
      agora.advance(Duration.ofSeconds(35));
      assertThat(bot.events).endsWith("failure 9 state 5");
    }
  }

  @Test
  void withCoHostAuthenticationASubscriberIsNotHeard() {
    agora.addProject(new SimulatedProject(Bot.APP_ID, CERTIFICATE, true));
    SimulatedPerson alice = agora.channel("room").join("1");
    String subscriber =
        builder.buildTokenWithUid(
            Bot.APP_ID, CERTIFICATE, "room", 9999, Role.ROLE_SUBSCRIBER, 3_600, 3_600);
    try (Bot bot = Bot.create()) {
      bot.conn.connect(subscriber, "room", "9999");
      bot.conn.publishAudio();
      agora.advance(SOON);
      assertThat(bot.push(SpeechClip.tone(440, SOON).pcm())).isZero();
      assertThat(bot.conn.sendStreamMessage(new byte[1])).isEqualTo(-119);
      agora.advance(Duration.ofSeconds(1));
      assertThat(alice.heard("9999").frames()).isZero();
    }
  }

  @Test
  void malformedProjectsAreRefusedWithoutNamingTheCertificate() {
    assertThatThrownBy(() -> new SimulatedProject("short", CERTIFICATE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("appId");
    assertThatThrownBy(() -> new SimulatedProject(OTHER, CERTIFICATE + "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining(CERTIFICATE);
    assertThat(new SimulatedProject(OTHER, CERTIFICATE).toString()).doesNotContain(CERTIFICATE);
  }
}
