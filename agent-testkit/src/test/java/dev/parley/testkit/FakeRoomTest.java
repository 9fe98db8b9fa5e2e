package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFrame;
import dev.parley.spi.Participant;
import dev.parley.spi.Room;
import dev.parley.spi.RoomRequest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class FakeRoomTest {
  private final ManualClock clock = new ManualClock();
  private final RecordingRoomListener heard = new RecordingRoomListener(clock);

  private static Duration millis(long millis) {
    return Duration.ofMillis(millis);
  }

  private static AudioFrame tone(int loudness) {
    var samples = new short[320];
    Arrays.fill(samples, (short) loudness);
    return AudioFrame.ofSamples(FakeTransport.FORMAT, samples);
  }

  private FakeRoom open(FakeTransport.Builder transport) {
    return open(transport.build());
  }

  private FakeRoom open(FakeTransport transport) {
    Room room =
        transport.open(RoomRequest.builder().context(TestContexts.under(clock)).build(), heard);
    clock.runDue();
    return (FakeRoom) room;
  }

  @Test
  void audioIsHeardLaterByTheBuffer() {
    FakeRoom room = open(FakeTransport.builder(Talk.of()).buffer(millis(100)));
    room.offer(tone(10_000));
    assertThat(room.heard()).containsExactly(new HeardFrame(millis(100), millis(120), 1));
    assertThat(room.buffered()).isEqualTo(millis(20));
    clock.advance(millis(110));
    assertThat(room.buffered()).isEqualTo(millis(10));
    clock.advance(millis(10));
    assertThat(room.buffered()).isZero();
  }

  @Test
  void clearingLosesExactlyWhatWasNotHeard() {
    FakeRoom room = open(FakeTransport.builder(Talk.of()).buffer(millis(30)));
    for (int i = 0; i < 5; i++) {
      room.offer(tone(10_000));
      clock.advance(millis(20));
    }
    room.clear();
    assertThat(room.buffered()).isZero();
    assertThat(room.heard().get(room.heard().size() - 1).to()).isEqualTo(millis(100));
    clock.advance(millis(200));
    assertThat(room.silentBetween(millis(100), millis(300))).isTrue();
    room.offer(tone(10_000));
    assertThat(room.silentBetween(millis(330), millis(350))).isFalse();
  }

  @Test
  void framesOfABurstSoundOneAfterTheOther() {
    FakeRoom room = open(FakeTransport.builder(Talk.of()));
    room.offer(tone(10_000));
    room.offer(tone(10_000));
    assertThat(room.heard()).extracting(HeardFrame::from).containsExactly(millis(0), millis(20));
  }

  @Test
  void duckedFramesAreRecognised() {
    FakeRoom room = open(FakeTransport.builder(Talk.of()));
    room.offer(tone(2_500));
    room.offer(tone(0));
    assertThat(room.heard()).extracting(HeardFrame::gain).containsExactly(0.25, 0.0);
    assertThat(room.silentBetween(millis(20), millis(40))).isTrue();
  }

  @Test
  void aRoomTakesNoMoreThanASecondAhead() {
    FakeRoom room = open(FakeTransport.builder(Talk.of()));
    int taken = 0;
    while (taken < 1_000 && room.offer(tone(10_000))) {
      taken++;
    }
    assertThat(taken).isBetween(50, 52);
  }

  @Test
  void soundsComeInFramesOf20Millis() {
    open(
        FakeTransport.builder(Talk.of(Sound.at(millis(500)).who("ann").lasts(millis(50)).build())));
    clock.advanceTo(millis(499));
    assertThat(heard.audioOf("ann")).isEmpty();
    clock.advanceTo(millis(1000));
    assertThat(heard.audioOf("ann"))
        .extracting(AudioFrame::duration)
        .containsExactly(millis(20), millis(20), millis(10));
  }

  @Test
  void whoSpeaksIsThereFromTheStartUnlessTheyJoinLater() {
    var talk =
        Talk.builder()
            .sound(Sound.at(millis(100)).who("ann").build())
            .joins(millis(2000), "bob")
            .sound(Sound.at(millis(3000)).who("bob").build())
            .leaves(millis(2500), "ann")
            .build();
    open(FakeTransport.builder(talk));
    assertThat(heard.joined()).extracting(Participant::id).containsExactly("ann");
    clock.advance(millis(5000));
    assertThat(heard.joined()).extracting(Participant::id).containsExactly("ann", "bob");
    assertThat(heard.left()).containsExactly("ann");
    assertThat(heard.audioOf("bob")).hasSize(50);
  }

  @Test
  void aLostConnectionLosesWhatWasOnItsWay() {
    var talk = Talk.of(Sound.at(millis(1000)).lasts(millis(1000)).build());
    FakeRoom room =
        open(
            FakeTransport.builder(talk)
                .buffer(millis(200))
                .drops(List.of(new Gap(millis(1400), millis(400)))));
    clock.advanceTo(millis(1390));
    assertThat(room.offer(tone(10_000))).isTrue();
    clock.advanceTo(millis(1400));
    assertThat(heard.log().calls()).endsWith("lost");
    assertThat(room.offer(tone(10_000))).isFalse();
    assertThat(room.buffered()).isZero();
    clock.advanceTo(millis(2500));
    assertThat(room.silentBetween(Duration.ZERO, millis(2500))).isTrue();
    assertThat(heard.audioOf("user")).as("20 frames before the gap and 10 after it").hasSize(30);
    assertThat(heard.log().calls()).contains("back");
  }

  @Test
  void finishPlaysToTheEnd() {
    FakeRoom room = open(FakeTransport.builder(Talk.of()).buffer(millis(100)));
    room.offer(tone(10_000));
    room.finish();
    clock.advance(millis(119));
    assertThat(heard.log().closeReason()).isEmpty();
    clock.advance(millis(1));
    assertThat(heard.log().closeReason()).isPresent();
  }
}
