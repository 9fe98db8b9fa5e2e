package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.settings.SimulatedProject;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.settings.Timings;
import dev.parley.spi.Room;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What networks, servers and tokens do to an agent. */
class TroubleTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static AgentException failure(AgoraWorld world) {
    return world.heard.log().awaitClosed().error().orElseThrow();
  }

  @Test
  void aLossOfFiveSecondsIsLostAndBackWithTheSamePeople() {
    var options = SimulatorOptions.builder().timings(Timings.DEFAULT.withLossDetection(SECOND));
    try (var world = AgoraWorld.open(options, AgoraWorld.transport())) {
      Room room = world.joined();
      SimulatedPerson ann = world.person("1");
      world.heard.log().awaitCall("joined", 1);
      world.speak(room, SECOND);
      world.connection().loseNetwork();
      world.heard.log().awaitCall("lost", 1);
      assertThat(room.offer(AgoraWorld.tone())).as("voice while lost").isFalse();
      assertThat(room.buffered()).isZero();
      world.pass(Duration.ofSeconds(4));
      world.connection().restoreNetwork();
      world.heard.log().awaitCall("back", 1);
      Duration back = world.agora.elapsed();
      world.speak(room, SECOND);
      assertThat(ann.heard("9999").soundSince(back)).isGreaterThan(Duration.ofMillis(900));
      int before = world.heard.log().count("audio");
      world.pass(SECOND);
      assertThat(world.heard.log().count("audio") - before).isGreaterThan(95);
      assertThat(world.heard.joined()).as("told once").hasSize(1);
    }
  }

  @Test
  void whatTheSdkGivesUpOnIsTriedAgainWithANewConnection() {
    var timings = Timings.DEFAULT.withLossDetection(SECOND).withGiveUp(Duration.ofSeconds(20));
    try (var world =
        AgoraWorld.open(SimulatorOptions.builder().timings(timings), AgoraWorld.transport())) {
      Room room = world.joined();
      world.person("1");
      SimulatedPerson bob = world.person("2");
      world.heard.log().awaitCall("joined", 2);
      world.connection().loseNetwork();
      world.pass(Duration.ofSeconds(10));
      bob.leave();
      world.heard.log().awaitCall("back", 1);
      world.pass(Duration.ofSeconds(6));
      assertThat(world.heard.log().count("lost")).isEqualTo(1);
      assertThat(world.heard.left()).as("who left meanwhile").containsExactly("2");
      assertThat(world.heard.joined()).hasSize(2);
      assertThat(room.offer(AgoraWorld.tone())).isTrue();
    }
  }

  @Test
  void aRoomThatStaysLostIsClosedWithTheReason() {
    try (var world =
        AgoraWorld.open(AgoraWorld.transport().reconnectLimit(Duration.ofSeconds(30)))) {
      world.joined();
      world.connection().loseNetwork();
      world.pass(Duration.ofSeconds(40));
      assertThat(failure(world)).hasMessageContaining("lost");
    }
  }

  @Test
  void aTokenIsRenewedBeforeItEnds() {
    try (var world = AgoraWorld.open(AgoraWorld.transport().certificate(AgoraWorld.CERTIFICATE))) {
      world.agora.addProject(new SimulatedProject(AgoraWorld.APP_ID, AgoraWorld.CERTIFICATE));
      world.joined();
      world.connection().expireTokenIn(Duration.ofSeconds(60));
      world.pass(Duration.ofMinutes(5));
      assertThat(world.heard.log().results()).containsExactly("opened");
    }
  }

  @Test
  void aTokenIsReplacedInTimeEvenIfTheSdkDoesNotWarn() {
    List<String> tokens = new CopyOnWriteArrayList<>();
    AgoraTokenSource source =
        (channel, uid) -> {
          tokens.add(uid);
          return new MintedTokens(AgoraWorld.APP_ID, AgoraWorld.CERTIFICATE, Duration.ofMinutes(10))
              .token(channel, uid);
        };
    try (var world = AgoraWorld.open(AgoraWorld.transport().tokenSource(source))) {
      world.joined();
      world.pass(Duration.ofMinutes(8));
      assertThat(tokens).hasSize(1);
      world.pass(Duration.ofSeconds(70));
      assertThat(tokens).hasSize(2);
      assertThat(world.heard.log().results()).containsExactly("opened");
    }
  }

  @Test
  void aTokenThatCannotBeRenewedLosesTheRoomOnlyUntilThereIsANewOne() {
    var refuse = new AtomicBoolean();
    AgoraTokenSource source =
        (channel, uid) -> {
          if (refuse.get()) {
            throw new IllegalStateException("the token server is down");
          }
          return new MintedTokens(AgoraWorld.APP_ID, AgoraWorld.CERTIFICATE, Duration.ofHours(1))
              .token(channel, uid);
        };
    try (var world = AgoraWorld.open(AgoraWorld.transport().tokenSource(source))) {
      world.agora.addProject(new SimulatedProject(AgoraWorld.APP_ID, AgoraWorld.CERTIFICATE));
      world.joined();
      refuse.set(true);
      world.connection().expireTokenIn(Duration.ofSeconds(60));
      world.pass(Duration.ofSeconds(60));
      world.heard.log().awaitCall("lost", 1);
      refuse.set(false);
      world.heard.log().awaitCall("back", 1);
      assertThat(world.heard.log().errors()).isNotEmpty();
    }
  }

  @Test
  void whoIsKickedStaysOut() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      world.connection().kick();
      assertThat(failure(world)).hasMessageContaining("banned");
      world.pass(Duration.ofMinutes(1));
      assertThat(world.agora.connections()).isEmpty();
    }
  }

  @Test
  void whoIsReplacedByTheSameUidStaysOut() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      world.person("9999");
      assertThat(failure(world)).hasMessageContaining("uid of its own");
      world.pass(Duration.ofMinutes(1));
      assertThat(world.agora.connections()).isEmpty();
    }
  }

  @Test
  void aMutedMicrophoneIsFollowedBySilenceSoThatTheTurnEnds() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      SimulatedPerson ann = world.person("1");
      world.heard.log().awaitCall("joined", 1);
      ann.say(SpeechClip.tone(440, Duration.ofMillis(500)));
      world.pass(Duration.ofMillis(600));
      ann.mute();
      world.pass(Duration.ofMillis(100));
      Duration before = length(world, "1");
      world.pass(Duration.ofSeconds(6));
      assertThat(length(world, "1").minus(before))
          .isBetween(Duration.ofMillis(2_800), Duration.ofMillis(3_000));
      ann.unmute();
      world.pass(SECOND);
      assertThat(length(world, "1").minus(before)).isGreaterThan(Duration.ofMillis(3_700));
    }
  }

  private static Duration length(AgoraWorld world, String uid) {
    return world.heard.audioOf(uid).stream()
        .map(frame -> frame.duration())
        .reduce(Duration.ZERO, Duration::plus);
  }
}
