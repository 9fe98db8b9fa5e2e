package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.SessionEvent;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason.Kind;
import dev.parley.spi.Participant;
import dev.parley.spi.Room;
import dev.parley.testkit.RecordingRoomListener;
import java.time.Duration;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What every transport must do. Extend it in the plugin's own tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class TransportContract extends TransportEnds {
  /** For subclasses. */
  protected TransportContract() {}

  /**
   * Lets somebody enter the room of this name, in which an agent is or will be; returns when they
   * are on their way.
   */
  protected abstract FarEnd enter(String room, String name);

  /** The format in which {@link FarEnd#speak} takes sound; default 16 kHz mono. */
  protected AudioFormat microphone() {
    return AudioFormat.MONO_16K;
  }

  private static boolean knows(RecordingRoomListener heard, FarEnd someone) {
    return heard.joined().stream().map(Participant::id).anyMatch(someone.participantId()::equals);
  }

  @Test
  void joiningIsToldOnceAndFirst() {
    var heard = newListener();
    Room room = joined(heard);
    room.close();
    assertClosedOnce(heard.log());
    assertThat(heard.log().results()).startsWith("opened");
    assertThat(heard.log().count("opened")).isEqualTo(1);
  }

  @Test
  void capabilitiesAreKnownAtOnceAndDoNotChange() {
    var heard = newListener();
    Room room = open(heard);
    var early = room.capabilities();
    heard.log().awaitCall("opened", 1);
    assertThat(room.capabilities()).isEqualTo(early);
    room.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void whoEntersAndLeavesIsTold() {
    var heard = newListener();
    Room room = joined(heard);
    FarEnd ann = enter("contract", "ann");
    heard.log().await("ann", () -> knows(heard, ann));
    ann.leave();
    heard.log().await("ann's leaving", () -> heard.left().contains(ann.participantId()));
    room.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void everybodyIsToldOnce() {
    var heard = newListener();
    Room room = joined(heard);
    FarEnd ann = enter("contract", "ann");
    FarEnd bob = enter("contract", "bob");
    heard.log().await("ann and bob", () -> knows(heard, ann) && knows(heard, bob));
    heard.log().letPass(GRACE);
    assertThat(heard.joined()).extracting(Participant::id).doesNotHaveDuplicates();
    room.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void soundReachesTheAgent() {
    var heard = newListener();
    Room room = joined(heard);
    FarEnd ann = enter("contract", "ann");
    heard.log().await("ann", () -> knows(heard, ann));
    for (int i = 0; i < 50; i++) {
      ann.speak(tone(microphone()));
      heard.log().letPass(Frames.TWENTY_MILLIS);
    }
    heard.log().await("sound of ann", () -> lengthOf(heard, ann).compareTo(HALF_A_SECOND) >= 0);
    assertThat(heard.audioOf(ann.participantId()))
        .extracting(AudioFrame::format)
        .containsOnly(room.capabilities().input());
    room.close();
    assertClosedOnce(heard.log());
  }

  private static Duration lengthOf(RecordingRoomListener heard, FarEnd who) {
    return heard.audioOf(who.participantId()).stream()
        .map(AudioFrame::duration)
        .reduce(Duration.ZERO, Duration::plus);
  }

  @Test
  void theAgentsVoiceReachesTheFarEnd() {
    var heard = newListener();
    Room room = joined(heard);
    FarEnd ann = enter("contract", "ann");
    heard.log().await("ann", () -> knows(heard, ann));
    play(room, HALF_A_SECOND, heard);
    heard
        .log()
        .await(
            "the agent's voice",
            () -> ann.heard().compareTo(HALF_A_SECOND.minus(Frames.TWENTY_MILLIS)) >= 0);
    room.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void whatIsBufferedIsHeardInTheEnd() {
    var heard = newListener();
    Room room = joined(heard);
    FarEnd ann = enter("contract", "ann");
    heard.log().await("ann", () -> knows(heard, ann));
    play(room, HALF_A_SECOND, heard);
    assertThat(room.buffered()).isGreaterThanOrEqualTo(Duration.ZERO);
    heard.log().await("an empty buffer", () -> room.buffered().isZero());
    room.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void clearingForgetsWhatWasNotHeard() {
    var heard = newListener();
    Room room = joined(heard);
    play(room, HALF_A_SECOND, heard);
    room.clear();
    heard.log().await("an empty buffer", () -> room.buffered().isZero());
    room.clear();
    play(room, Frames.TWENTY_MILLIS, heard);
    room.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void closingWithinAParticipantsArrivalEndsTheStreamOnce() {
    var heard = newListener();
    Room room = joined(heard);
    heard.log().onNext("joined", room::close);
    enter("contract", "ann");
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void eventsArePublishedWithoutException() {
    var heard = newListener();
    Room room = joined(heard);
    assertThatCode(() -> room.publish(new SessionEvent.Joined(Duration.ZERO)))
        .doesNotThrowAnyException();
    room.close();
    assertThatCode(() -> room.publish(new SessionEvent.Closed(Duration.ZERO, "test")))
        .doesNotThrowAnyException();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void twoRoomsDoNotHearEachOther() {
    var first = newListener();
    var second = newListener();
    Room one = open("first", first);
    Room other = open("second", second);
    first.log().awaitCall("opened", 1);
    second.log().awaitCall("opened", 1);
    FarEnd ann = enter("first", "ann");
    first.log().await("ann", () -> knows(first, ann));
    first.log().letPass(GRACE);
    assertThat(second.joined()).isEmpty();
    one.close();
    assertClosedOnce(first.log(), Kind.CANCELLED);
    assertThat(second.log().closeReason()).isEmpty();
    other.close();
    assertClosedOnce(second.log(), Kind.CANCELLED);
  }

  @Test
  void aRoomCanBeJoinedAgain() {
    var first = newListener();
    joined(first).close();
    assertClosedOnce(first.log(), Kind.CANCELLED);
    var second = newListener();
    Room again = joined(second);
    FarEnd ann = enter("contract", "ann");
    second.log().await("ann", () -> knows(second, ann));
    again.close();
    assertClosedOnce(second.log(), Kind.CANCELLED);
  }
}
