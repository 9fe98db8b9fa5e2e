package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.spi.Room;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The agent's voice, as people in the channel hear it. */
class VoiceInTheChannelTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration TENTH = Duration.ofMillis(100);

  private static AgoraWorld open(AgoraScenario scenario) {
    return AgoraWorld.open(AgoraWorld.transport().scenario(scenario));
  }

  private static SimulatedPerson listener(AgoraWorld world) {
    SimulatedPerson ann = world.person("1");
    world.heard.log().awaitCall("joined", 1);
    return ann;
  }

  /** Fills the room as the engine does: the lead at once, then a frame every 20 ms. */
  private static void begin(AgoraWorld world, Room room) {
    for (int i = 0; i < 5; i++) {
      assertThat(room.offer(AgoraWorld.tone())).isTrue();
    }
    world.speak(room, SECOND);
  }

  @ParameterizedTest
  @EnumSource(AgoraScenario.class)
  void anInterruptionIsHeardWithinATenthOfASecond(AgoraScenario scenario) {
    try (var world = open(scenario)) {
      Room room = world.joined();
      SimulatedPerson ann = listener(world);
      begin(world, room);
      Duration interrupted = world.agora.elapsed();
      room.clear();
      assertThat(room.buffered()).isZero();
      world.pass(SECOND);
      assertThat(ann.heard("9999").lastSoundEndedAt().orElseThrow().minus(interrupted))
          .isLessThanOrEqualTo(TENTH);
    }
  }

  @ParameterizedTest
  @EnumSource(AgoraScenario.class)
  void speechAfterAnInterruptionIsWhole(AgoraScenario scenario) {
    try (var world = open(scenario)) {
      Room room = world.joined();
      SimulatedPerson ann = listener(world);
      begin(world, room);
      room.clear();
      world.pass(SECOND);
      Duration again = world.agora.elapsed();
      begin(world, room);
      world.pass(SECOND);
      assertThat(ann.heard("9999").soundSince(again))
          .isBetween(SECOND.plus(TENTH), SECOND.plus(TENTH).plusMillis(10));
    }
  }

  @ParameterizedTest
  @EnumSource(AgoraScenario.class)
  void theSdkNeverHoldsMoreThanAFifthOfASecond(AgoraScenario scenario) {
    try (var world = open(scenario)) {
      Room room = world.joined();
      listener(world);
      int taken = 0;
      while (room.offer(AgoraWorld.tone())) {
        taken++;
      }
      assertThat(taken).isEqualTo(10);
      world.pass(Duration.ofMillis(20));
      assertThat(world.connection().queuedAudio()).isLessThanOrEqualTo(Duration.ofMillis(200));
      assertThat(room.offer(AgoraWorld.tone())).isTrue();
      assertThat(room.offer(AgoraWorld.tone())).isFalse();
    }
  }

  @ParameterizedTest
  @EnumSource(AgoraScenario.class)
  void aLineOfSpeechHasNoHoles(AgoraScenario scenario) {
    try (var world = open(scenario)) {
      Room room = world.joined();
      SimulatedPerson ann = listener(world);
      begin(world, room);
      world.pass(SECOND);
      var heard = ann.heard("9999");
      assertThat(heard.lastSoundEndedAt().orElseThrow().minus(heard.firstSoundAt().orElseThrow()))
          .isEqualTo(heard.sound());
    }
  }

  @Test
  void withoutFlushingAFifthOfASecondMayBeHeard() {
    try (var world = AgoraWorld.open(AgoraWorld.transport().flush(false))) {
      Room room = world.joined();
      SimulatedPerson ann = listener(world);
      begin(world, room);
      Duration interrupted = world.agora.elapsed();
      room.clear();
      world.pass(SECOND);
      assertThat(ann.heard("9999").lastSoundEndedAt().orElseThrow().minus(interrupted))
          .isLessThanOrEqualTo(Duration.ofMillis(200));
    }
  }

  @Test
  void theBeginningOfSpeechCanBeSentFaster() {
    try (var world =
        AgoraWorld.open(
            AgoraWorld.transport()
                .scenario(AgoraScenario.AI_SERVER)
                .incremental(Duration.ofMillis(500)))) {
      Room room = world.joined();
      SimulatedPerson ann = listener(world);
      begin(world, room);
      world.pass(SECOND);
      assertThat(ann.heard("9999").sound()).isEqualTo(SECOND.plus(TENTH));
    }
  }

  @Test
  void lengthsThatAreNoWholeMillisecondsAreFilledUp() {
    try (var world = AgoraWorld.open()) {
      Room room = world.joined();
      listener(world);
      assertThat(room.offer(AgoraWorld.tone().slice(0, 7))).isTrue();
      world.pass(TENTH);
      assertThat(world.heard.log().errors()).isEmpty();
    }
  }
}
