package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.audio.SpeechClip;
import dev.parley.agora.simulator.strict.CallbackHold;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.Participant;
import dev.parley.spi.Room;
import dev.parley.testkit.RecordingRoomListener;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Crowds, storms, and coming and going a thousand times. */
class ManyPeopleTest {
  @Test
  void twentyPeopleWhoSpeakAtOnceAreHeardApartAndWhole() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      List<SimulatedPerson> people = new ArrayList<>();
      for (int i = 1; i <= 20; i++) {
        people.add(world.person(Integer.toString(i)));
      }
      world.heard.log().awaitCall("joined", 20);
      for (SimulatedPerson each : people) {
        each.say(SpeechClip.tone(200 + 10 * Integer.parseInt(each.uid()), Duration.ofSeconds(2)));
      }
      world.pass(Duration.ofSeconds(3));
      for (SimulatedPerson each : people) {
        assertThat(soundOf(world.heard, each.uid()))
            .as("sound of %s", each.uid())
            .isEqualTo(Duration.ofSeconds(2));
      }
    }
  }

  private static Duration soundOf(RecordingRoomListener heard, String uid) {
    return heard.audioOf(uid).stream()
        .filter(ManyPeopleTest::sounds)
        .map(AudioFrame::duration)
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static boolean sounds(AudioFrame frame) {
    for (int i = 0; i < frame.sampleCount(); i++) {
      if (frame.sample(i) != 0) {
        return true;
      }
    }
    return false;
  }

  @Test
  void fiftyPeopleComeAndGoInTenSecondsAndTheOneWhoStaysIsHeardWhole() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      SimulatedPerson ann = world.person("1");
      world.heard.log().awaitCall("joined", 1);
      ann.say(SpeechClip.tone(440, Duration.ofSeconds(9)));
      for (int i = 0; i < 50; i++) {
        SimulatedPerson guest = world.person(Integer.toString(100 + i));
        world.pass(Duration.ofMillis(100));
        guest.leave();
        world.pass(Duration.ofMillis(100));
      }
      assertThat(world.heard.joined()).hasSize(51).doesNotHaveDuplicates();
      assertThat(world.heard.left()).hasSize(50).doesNotContain("1");
      assertThat(soundOf(world.heard, "1")).isEqualTo(Duration.ofSeconds(9));
      assertThat(world.heard.log().violations()).isEmpty();
    }
  }

  @Test
  void whoComesAgainIsThereAgain() {
    try (var world = AgoraWorld.open()) {
      world.joined();
      for (int i = 0; i < 3; i++) {
        SimulatedPerson ann = world.person("1");
        world.pass(Duration.ofMillis(200));
        ann.leave();
        world.pass(Duration.ofMillis(200));
      }
      assertThat(world.heard.joined()).extracting(Participant::id).containsExactly("1", "1", "1");
      assertThat(world.heard.left()).containsExactly("1", "1", "1");
    }
  }

  @Test
  void aThousandStaysLeaveNothingBehind() {
    try (var world = AgoraWorld.open()) {
      world.person("1");
      int threads = Thread.activeCount();
      long heap = 0;
      for (int i = 0; i < 1_000; i++) {
        if (i == 200) {
          heap = heapInUse();
        }
        var heard = new RecordingRoomListener(world.clock);
        Room room = world.enter(AgoraWorld.CHANNEL, heard, i % 2 == 0);
        heard.log().awaitCall("audio", 1);
        room.close();
        world.pass(Duration.ofMillis(50));
        assertThat(heard.log().closeReason()).isPresent();
      }
      world.pass(Duration.ofSeconds(5));
      assertThat(world.agora.connections()).isEmpty();
      assertThat(world.isReleased()).isTrue();
      assertThat(world.clock.pendingTimers()).as("timers, the simulator's included").isLessThan(20);
      assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + 1);
      assertThat(heapInUse() - heap).as("bytes kept of 800 stays").isLessThan(2_000_000L);
    }
  }

  private static long heapInUse() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  @Test
  void noCallbackOfTheSdkIsHeldForAMillisecond() {
    try (var world = AgoraWorld.open()) {
      Room room = world.joined();
      for (int i = 1; i <= 5; i++) {
        world.person(Integer.toString(i)).say(SpeechClip.tone(440, Duration.ofSeconds(30)));
      }
      world.speak(room, Duration.ofSeconds(10));
      world.agora.callbackTimes().reset();
      world.speak(room, Duration.ofSeconds(10));
      assertThat(world.agora.callbackTimes().counts().get("onPlaybackAudioFrameBeforeMixing"))
          .isGreaterThan(4_000);
      // What the garbage collector does in one of thousands of calls is not the callback's doing.
      assertThat(world.agora.callbackTimes().longerThan(Duration.ofMillis(1)))
          .extracting(CallbackHold::callback)
          .hasSizeLessThan(5);
    }
  }
}
