package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason.Kind;
import dev.parley.spi.Participant;
import dev.parley.spi.VadRequest;
import dev.parley.spi.VadStream;
import dev.parley.spi.VoiceActivityDetector;
import dev.parley.testkit.RecordingVadListener;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What every voice activity detector must do. Extend it in the plugin's own tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class VoiceActivityDetectorContract extends EngineContract<VoiceActivityDetector> {
  private static final Duration LONG_SILENCE = Duration.ofSeconds(3);

  /** For subclasses. */
  protected VoiceActivityDetectorContract() {}

  /**
   * A second or more of somebody speaking without a pause, in which the detector under test hears
   * speech.
   */
  protected abstract AudioFrame speech();

  private AudioFormat format() {
    return speech().format();
  }

  private AudioFrame silence() {
    return AudioFrame.silence(format(), LONG_SILENCE);
  }

  private VadStream open(RecordingVadListener heard) {
    return engine().open(new VadRequest(Participant.of("ann"), format(), context()), heard);
  }

  private RecordingVadListener newListener() {
    return new RecordingVadListener(clock());
  }

  /**
   * Hands sound over at the pace of the sound if there is a manual clock, else as fast as the
   * detector takes it.
   */
  private void offer(VadStream stream, AudioFrame sound, int samples, RecordingVadListener heard) {
    for (AudioFrame frame : Frames.of(samples, sound)) {
      heard.log().await("room for a frame", () -> stream.offer(frame));
      if (clock() != null) {
        heard.log().letPass(frame.duration());
      }
    }
  }

  private void offer(VadStream stream, AudioFrame sound, RecordingVadListener heard) {
    offer(stream, sound, samplesOf20Millis(), heard);
  }

  private int samplesOf20Millis() {
    return (int) format().samplesIn(Frames.TWENTY_MILLIS);
  }

  /** Hears silence, speech and silence again, in frames of this many samples, and finishes. */
  private List<String> callsFor(int samples) {
    var heard = newListener();
    VadStream stream = open(heard);
    offer(stream, AudioFrame.silence(format(), Duration.ofMillis(200)), samples, heard);
    offer(stream, speech(), samples, heard);
    offer(stream, silence(), samples, heard);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    return heard.log().results();
  }

  @Test
  void silenceIsNoSpeech() {
    var heard = newListener();
    VadStream stream = open(heard);
    offer(stream, silence(), heard);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.log().count("speechStarted")).isZero();
  }

  @Test
  void speechStartsAndEndsOnce() {
    List<String> calls = callsFor(samplesOf20Millis());
    assertThat(calls.stream().filter(call -> call.startsWith("speech")))
        .containsExactly("speechStarted", "speechEnded");
  }

  @Test
  void voiceComesBeforeSpeechAndGoesBeforeItsEnd() {
    List<String> calls = callsFor(samplesOf20Millis());
    assertThat(calls.indexOf("voice")).isNotNegative().isLessThan(calls.indexOf("speechStarted"));
    assertThat(calls.lastIndexOf("noVoice"))
        .isNotNegative()
        .isLessThan(calls.indexOf("speechEnded"));
  }

  @Test
  void voiceIsToldOnChangeOnly() {
    List<String> voice =
        callsFor(samplesOf20Millis()).stream().filter(call -> call.endsWith("oice")).toList();
    for (int i = 0; i < voice.size(); i++) {
      assertThat(voice.get(i)).isEqualTo(i % 2 == 0 ? "voice" : "noVoice");
    }
  }

  @Test
  void durationsAreNotNegative() {
    var heard = newListener();
    VadStream stream = open(heard);
    offer(stream, speech(), heard);
    offer(stream, silence(), heard);
    stream.finish();
    heard.log().awaitClosed();
    assertThat(heard.durations())
        .hasSize(2)
        .allSatisfy(each -> assertThat(each).isGreaterThanOrEqualTo(Duration.ZERO));
  }

  @Test
  void theLengthOfTheFramesDoesNotMatter() {
    List<String> expected =
        callsFor(samplesOf20Millis()).stream().filter(call -> call.startsWith("speech")).toList();
    for (int samples : new int[] {samplesOf20Millis() / 3, samplesOf20Millis() * 5, 333}) {
      assertThat(callsFor(samples).stream().filter(call -> call.startsWith("speech")))
          .as("frames of %s samples", samples)
          .isEqualTo(expected);
    }
  }

  @Test
  void emptyFramesAreTaken() {
    var heard = newListener();
    VadStream stream = open(heard);
    assertThat(stream.offer(AudioFrame.wrap(format(), new byte[0]))).isTrue();
    stream.close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void finishEndsSpeechThatIsGoingOn() {
    var heard = newListener();
    VadStream stream = open(heard);
    offer(stream, speech(), heard);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(heard.log().results()).containsSubsequence("speechStarted", "speechEnded", "closed");
  }

  @Test
  void finishingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    VadStream stream = open(heard);
    stream.finish();
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void closingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    VadStream stream = open(heard);
    stream.close();
    stream.close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
    assertThat(heard.log().results()).containsExactly("closed");
  }

  @Test
  void closingWithinSpeechStartedTellsNoEnd() {
    var heard = newListener();
    VadStream stream = open(heard);
    heard.log().onNext("speechStarted", stream::close);
    for (AudioFrame frame : Frames.of20Millis(speech())) {
      heard
          .log()
          .await(
              "room for a frame",
              () -> stream.offer(frame) || heard.log().closeReason().isPresent());
      if (clock() != null) {
        heard.log().letPass(frame.duration());
      }
    }
    assertClosedOnce(heard.log(), Kind.CANCELLED);
    assertThat(heard.log().count("speechEnded")).isZero();
  }

  @Test
  void soundAfterTheEndIsRefused() {
    var heard = newListener();
    VadStream stream = open(heard);
    stream.close();
    assertThat(stream.offer(AudioFrame.silence(format(), Frames.TWENTY_MILLIS))).isFalse();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void interleavedStreamsHearTheirOwn() {
    var loud = newListener();
    var quiet = newListener();
    VadStream one = open(loud);
    VadStream other = open(quiet);
    AudioFrame nothing = AudioFrame.silence(format(), Frames.TWENTY_MILLIS);
    for (AudioFrame frame : Frames.of20Millis(speech())) {
      offer(one, frame, loud);
      quiet.log().await("room for a frame", () -> other.offer(nothing));
    }
    one.finish();
    other.finish();
    assertClosedOnce(loud.log(), Kind.FINISHED);
    assertClosedOnce(quiet.log(), Kind.FINISHED);
    assertThat(loud.log().count("speechStarted")).isEqualTo(1);
    assertThat(quiet.log().count("speechStarted")).isZero();
  }
}
