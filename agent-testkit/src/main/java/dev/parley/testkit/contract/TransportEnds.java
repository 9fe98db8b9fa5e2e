package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason.Kind;
import dev.parley.spi.Room;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Transport;
import dev.parley.testkit.RecordingRoomListener;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The part of {@link TransportContract} that is about how rooms end. */
abstract class TransportEnds extends EngineContract<Transport> {
  static final Duration HALF_A_SECOND = Duration.ofMillis(500);

  TransportEnds() {}

  final Room open(RecordingRoomListener heard) {
    return open("contract", heard);
  }

  final Room open(String name, RecordingRoomListener heard) {
    return engine().open(RoomRequest.builder().room(name).context(context()).build(), heard);
  }

  final Room joined(RecordingRoomListener heard) {
    Room room = open(heard);
    heard.log().awaitCall("opened", 1);
    return room;
  }

  final RecordingRoomListener newListener() {
    return new RecordingRoomListener(clock());
  }

  static AudioFrame tone(AudioFormat format) {
    var samples = new short[(int) format.samplesIn(Frames.TWENTY_MILLIS) * format.channels()];
    Arrays.fill(samples, (short) 4_000);
    return AudioFrame.ofSamples(format, samples);
  }

  /** Offers the agent's voice as a session does: a frame that is refused is offered again. */
  static void play(Room room, Duration length, RecordingRoomListener heard) {
    AudioFrame frame = tone(room.capabilities().output());
    for (long i = 0; i < length.dividedBy(Frames.TWENTY_MILLIS); i++) {
      heard.log().await("room for a frame", () -> room.offer(frame));
    }
  }

  @Test
  void finishPlaysWhatWasOfferedAndThenLeaves() {
    var heard = newListener();
    Room room = joined(heard);
    play(room, HALF_A_SECOND, heard);
    room.finish();
    assertClosedOnce(heard.log());
  }

  @Test
  void finishingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    Room room = joined(heard);
    room.finish();
    room.finish();
    assertClosedOnce(heard.log());
  }

  @Test
  void closingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    Room room = joined(heard);
    room.close();
    room.close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void closingBeforeItIsJoinedEndsTheStreamOnce() {
    var heard = newListener();
    open(heard).close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void closingAfterFinishEndsTheStreamOnce() {
    var heard = newListener();
    Room room = joined(heard);
    play(room, HALF_A_SECOND, heard);
    room.finish();
    room.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void closingWithinTheLastCallDoesNothing() {
    var heard = newListener();
    Room room = joined(heard);
    heard.log().onNext("closed", room::close);
    room.close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void voiceAfterTheEndIsRefused() {
    var heard = newListener();
    Room room = joined(heard);
    AudioFrame frame = tone(room.capabilities().output());
    room.close();
    assertThat(room.offer(frame)).as("offer after close").isFalse();
    assertThatCode(room::clear).doesNotThrowAnyException();
    assertThat(room.buffered()).as("buffered after close").isZero();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
    assertThat(room.offer(frame)).as("offer after closed").isFalse();
  }
}
