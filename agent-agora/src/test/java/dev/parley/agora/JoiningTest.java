package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.agora.simulator.settings.SimulatedProject;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.settings.Timings;
import dev.parley.spi.Participant;
import dev.parley.spi.Room;
import dev.parley.spi.RoomRequest;
import dev.parley.testkit.RecordingRoomListener;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How an agent gets into a channel, and what keeps it out. */
class JoiningTest {
  private static AgentException failure(RecordingRoomListener heard) {
    return heard.log().awaitClosed().error().orElseThrow();
  }

  @Test
  void aTokenOfTheCertificateOpensTheDoor() {
    try (var world = AgoraWorld.open(AgoraWorld.transport().certificate(AgoraWorld.CERTIFICATE))) {
      world.agora.addProject(new SimulatedProject(AgoraWorld.APP_ID, AgoraWorld.CERTIFICATE, true));
      world.joined();
      assertThat(world.connection().uid()).isEqualTo("9999");
    }
  }

  @Test
  void anAgentWithANameHasATokenForThatName() {
    try (var world =
        AgoraWorld.open(AgoraWorld.transport().certificate(AgoraWorld.CERTIFICATE).uid("bot"))) {
      world.agora.addProject(new SimulatedProject(AgoraWorld.APP_ID, AgoraWorld.CERTIFICATE));
      world.joined();
      assertThat(world.agora.channel(AgoraWorld.CHANNEL).users()).contains("bot");
    }
  }

  @Test
  void aWrongCertificateIsSaidAtOnce() {
    try (var world = AgoraWorld.open(AgoraWorld.transport().certificate(AgoraWorld.CERTIFICATE))) {
      world.agora.addProject(
          new SimulatedProject(AgoraWorld.APP_ID, "00000000000000000000000000000000"));
      world.enter();
      assertThat(failure(world.heard))
          .hasMessageContaining("refuses the token")
          .hasMessageNotContaining(AgoraWorld.CERTIFICATE)
          .extracting(AgentException::kind)
          .isEqualTo(ErrorKind.AUTHENTICATION);
    }
  }

  @Test
  void anUnknownAppIdIsSaidAtOnce() {
    try (var world = AgoraWorld.open()) {
      world.agora.addProject(new SimulatedProject("f".repeat(32), ""));
      world.enter();
      assertThat(failure(world.heard)).hasMessageContaining("AGORA_APP_ID");
    }
  }

  @Test
  void twoAgentsOfOneProcessNeedTwoUids() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      var second = new RecordingRoomListener(world.clock);
      world.enter(AgoraWorld.CHANNEL, second, false);
      assertThat(failure(second)).hasMessageContaining("give this one another uid");
      assertThat(world.heard.log().closeReason()).isEmpty();
    }
  }

  @Test
  void oneAgentInTwoChannelsHasOneUid() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      var second = new RecordingRoomListener(world.clock);
      world.enter("another", second, false);
      second.log().awaitCall("opened", 1);
    }
  }

  @Test
  void aSecondAppIdIsRefusedWhileTheFirstIsInUse() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      var other = AgoraTransport.builder("a".repeat(32)).build();
      var heard = new RecordingRoomListener(world.clock);
      other.open(RoomRequest.builder().room("x").context(world.context).build(), heard);
      assertThat(failure(heard)).hasMessageContaining("one app id");
      other.close();
    }
  }

  @Test
  void anObserverIsSeenByNobodyAndHearsEverybody() {
    try (var world = AgoraWorld.open()) {
      Room room = world.enter(AgoraWorld.CHANNEL, world.heard, true);
      world.heard.log().awaitCall("opened", 1);
      world.person("1");
      world.heard.log().awaitCall("audio", 5);
      assertThat(world.connection().isBroadcaster()).isFalse();
      assertThat(room.offer(AgoraWorld.tone())).isFalse();
    }
  }

  @Test
  void whoWasThereBeforeIsToldAfterTheOpening() {
    try (var world = AgoraWorld.open()) {
      world.person("7");
      world.joined();
      world.heard.log().awaitCall("joined", 1);
      assertThat(world.heard.log().results()).startsWith("opened", "joined");
      assertThat(world.heard.joined()).containsExactly(Participant.of("7"));
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsTriedAgainAndGivenUpAfterHalfAMinute() {
    var options =
        SimulatorOptions.builder().timings(Timings.DEFAULT.withJoin(Duration.ofMinutes(5)));
    try (var world = AgoraWorld.open(options, AgoraWorld.transport())) {
      world.enter();
      world.pass(Duration.ofSeconds(29));
      assertThat(world.heard.log().closeReason()).isEmpty();
      world.pass(Duration.ofSeconds(4));
      assertThat(failure(world.heard).kind()).isEqualTo(ErrorKind.TIMEOUT);
    }
  }

  @Test
  void aTokenServerThatFailsOnceIsAskedAgain() {
    var asked = new AtomicInteger();
    AgoraTokenSource source =
        (channel, uid) -> {
          if (asked.getAndIncrement() == 0) {
            throw new IOException("503");
          }
          return new MintedTokens(AgoraWorld.APP_ID, AgoraWorld.CERTIFICATE, Duration.ofHours(1))
              .token(channel, uid);
        };
    try (var world = AgoraWorld.open(AgoraWorld.transport().tokenSource(source))) {
      world.agora.addProject(new SimulatedProject(AgoraWorld.APP_ID, AgoraWorld.CERTIFICATE));
      world.joined();
      assertThat(asked).hasValue(2);
    }
  }

  @Test
  void badValuesAreRefusedBeforeAnythingIsDone() {
    assertThatThrownBy(() -> AgoraTransport.builder("short"))
        .hasMessageContaining("5 characters")
        .hasMessageContaining("AGORA_APP_ID");
    String secret = "g".repeat(32);
    assertThatThrownBy(() -> AgoraWorld.transport().certificate(secret))
        .hasMessageContaining("AGORA_APP_CERT")
        .hasMessageNotContaining(secret);
    assertThatThrownBy(() -> AgoraWorld.transport().uid("4294967296"))
        .hasMessageContaining("4294967295");
    assertThatThrownBy(() -> AgoraWorld.transport().uid("")).hasMessageContaining("uid");
  }

  @Test
  void aChannelNameThatAgoraDoesNotAllowIsSaidAtOnceAndNotThrown() {
    try (var world = AgoraWorld.open()) {
      world.enter("Füße", world.heard, false);
      assertThat(failure(world.heard))
          .hasMessageContaining("Füße")
          .extracting(AgentException::kind)
          .isEqualTo(ErrorKind.BAD_REQUEST);
    }
  }
}
