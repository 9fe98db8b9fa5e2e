package dev.parley.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason.Kind;
import dev.parley.spi.Participant;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import dev.parley.testkit.RecordingSttListener;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;
import org.junit.jupiter.api.Test;

/** What every speech-to-text plugin must do. Extend it in the plugin's own tests. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class SpeechToTextContract extends EngineContract<SpeechToText> {
  /** For subclasses. */
  protected SpeechToTextContract() {}

  /**
   * Sound in which the engine under test understands words: it must give at least one final for it.
   * At most ten seconds.
   */
  protected abstract AudioFrame speech();

  /**
   * Hands {@link #speech} over, in frames of 20 ms, as a session does. Override when the vendor
   * needs another way.
   */
  protected void speak(SttStream stream) {
    for (AudioFrame frame : Frames.of20Millis(speech())) {
      assertThat(stream.offer(frame)).as("speech is taken").isTrue();
    }
  }

  private SttStream open(RecordingSttListener heard) {
    return open("ann", heard);
  }

  private SttStream open(String who, RecordingSttListener heard) {
    AudioFormat format = speech().format();
    return engine()
        .open(new SttRequest(Participant.of(who), format, List.of("Parley"), context()), heard);
  }

  private RecordingSttListener newListener() {
    return new RecordingSttListener(clock());
  }

  private AudioFrame silence() {
    AudioFormat format = speech().format();
    return AudioFrame.silence(format, Frames.TWENTY_MILLIS);
  }

  @Test
  void finishDeliversWhatIsPendingAndThenCloses() {
    var heard = newListener();
    SttStream stream = open(heard);
    speak(stream);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(words(heard.finals())).as("finals with words").isNotEmpty();
  }

  @Test
  void anInterimNeverFollowsTheFinalOfItsUtterance() {
    var heard = newListener();
    SttStream stream = open(heard);
    speak(stream);
    stream.finish();
    heard.log().awaitClosed();
    List<String> results =
        heard.log().results().stream().filter(call -> !call.equals("endOfTurn")).toList();
    assertThat(results.lastIndexOf("interim")).isLessThan(results.lastIndexOf("final"));
  }

  @Test
  void utterancesComeInTheOrderInWhichTheyWereSpoken() {
    var heard = newListener();
    SttStream stream = open(heard);
    speak(stream);
    stream.finish();
    heard.log().awaitClosed();
    assertThat(heard.finals().stream().map(Transcript::utterance).toList()).isSorted();
    assertThat(heard.finals().stream().flatMap(each -> each.start().stream()).toList()).isSorted();
  }

  @Test
  void transcriptsHoldWhatTheCapabilitiesPromise() {
    var heard = newListener();
    SttStream stream = open(heard);
    speak(stream);
    stream.finish();
    heard.log().awaitClosed();
    var capabilities = engine().capabilities();
    if (capabilities.wordTimes()) {
      assertThat(words(heard.finals())).allSatisfy(each -> assertThat(each.words()).isNotEmpty());
    }
    if (!capabilities.interims()) {
      assertThat(heard.interims()).isEmpty();
    }
    if (!capabilities.endOfTurn()) {
      assertThat(heard.log().count("endOfTurn")).isZero();
    }
  }

  @Test
  void confidencesAndSpansMakeSense() {
    var heard = newListener();
    SttStream stream = open(heard);
    speak(stream);
    stream.finish();
    heard.log().awaitClosed();
    assertThat(heard.finals())
        .allSatisfy(each -> assertThat(each.confidence()).isBetween(0.0, 1.0));
    assertThat(heard.finals()).allSatisfy(SpeechToTextContract::assertSpan);
  }

  private static void assertSpan(Transcript transcript) {
    if (transcript.start().isPresent() && transcript.end().isPresent()) {
      assertThat(transcript.start().get()).isBetween(Duration.ZERO, transcript.end().get());
    }
    assertThat(transcript.words())
        .allSatisfy(word -> assertThat(word.start()).isLessThanOrEqualTo(word.end()));
  }

  @Test
  void anEndOfTurnFollowsItsFinal() {
    var heard = newListener();
    SttStream stream = open(heard);
    speak(stream);
    stream.finish();
    heard.log().awaitClosed();
    List<String> calls = heard.log().results();
    if (calls.contains("endOfTurn")) {
      assertThat(calls.indexOf("final")).isNotNegative().isLessThan(calls.indexOf("endOfTurn"));
    }
  }

  @Test
  void finishingWithoutSoundCloses() {
    var heard = newListener();
    open(heard).finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
    assertThat(words(heard.finals())).isEmpty();
  }

  @Test
  void finishingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    SttStream stream = open(heard);
    speak(stream);
    stream.finish();
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void closingTwiceEndsTheStreamOnce() {
    var heard = newListener();
    SttStream stream = open(heard);
    stream.offer(silence());
    stream.close();
    stream.close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void closingBeforeTheVendorIsReadyEndsTheStreamOnce() {
    var heard = newListener();
    open(heard).close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
    assertThat(heard.log().results()).containsExactly("closed");
  }

  @Test
  void closingAfterFinishEndsTheStreamOnce() {
    var heard = newListener();
    SttStream stream = open(heard);
    speak(stream);
    stream.finish();
    stream.close();
    assertClosedOnce(heard.log());
  }

  @Test
  void closingWithinAResultEndsTheStreamOnce() {
    var heard = newListener();
    SttStream stream = open(heard);
    heard.log().onNext("final", stream::close);
    for (AudioFrame frame : Frames.of20Millis(speech())) {
      heard
          .log()
          .await(
              "room for a frame",
              () -> stream.offer(frame) || heard.log().closeReason().isPresent());
    }
    stream.finish();
    assertClosedOnce(heard.log());
    assertThat(heard.log().results()).as("calls").endsWith("final", "closed");
  }

  @Test
  void closingWithinTheLastCallDoesNothing() {
    var heard = newListener();
    SttStream stream = open(heard);
    heard.log().onNext("closed", stream::close);
    stream.finish();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void soundAfterTheEndIsRefused() {
    var heard = newListener();
    SttStream stream = open(heard);
    stream.close();
    assertThat(stream.offer(silence())).as("offer after close").isFalse();
    heard.log().awaitClosed();
    assertThat(stream.offer(silence())).as("offer after closed").isFalse();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void soundAfterFinishIsRefused() {
    var heard = newListener();
    SttStream stream = open(heard);
    stream.finish();
    assertThat(stream.offer(silence())).as("offer after finish").isFalse();
    assertClosedOnce(heard.log(), Kind.FINISHED);
  }

  @Test
  void framesOfAnyLengthAreTaken() {
    var heard = newListener();
    SttStream stream = open(heard);
    AudioFormat format = speech().format();
    assertThat(stream.offer(AudioFrame.wrap(format, new byte[0]))).as("an empty frame").isTrue();
    assertThat(stream.offer(AudioFrame.wrap(format, new byte[format.bytesPerSample()])))
        .as("one sample")
        .isTrue();
    assertThat(stream.offer(AudioFrame.silence(format, Frames.TWENTY_MILLIS.multipliedBy(20))))
        .as("400 ms")
        .isTrue();
    stream.close();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  @Test
  void hintsAreTakenAtAnyTime() {
    var heard = newListener();
    SttStream stream = open(heard);
    assertThatCode(() -> giveHints(stream)).doesNotThrowAnyException();
    speak(stream);
    assertThatCode(() -> giveHints(stream)).doesNotThrowAnyException();
    stream.close();
    assertThatCode(() -> giveHints(stream)).doesNotThrowAnyException();
    assertClosedOnce(heard.log(), Kind.CANCELLED);
  }

  private static void giveHints(SttStream stream) {
    stream.forceEndpoint();
    stream.agentSaid("For how many people?");
    stream.expect(List.of("Parley", "tomorrow"));
    stream.expect(List.of());
  }

  @Test
  void interleavedStreamsEachGetTheirOwn() {
    var first = newListener();
    var second = newListener();
    SttStream one = open("ann", first);
    SttStream other = open("bob", second);
    speak(one);
    speak(other);
    other.finish();
    one.finish();
    assertClosedOnce(first.log(), Kind.FINISHED);
    assertClosedOnce(second.log(), Kind.FINISHED);
    assertThat(words(first.finals())).isNotEmpty();
    assertThat(words(second.finals())).isNotEmpty();
  }

  @Test
  void oneStreamsEndDoesNotTouchAnother() {
    var first = newListener();
    var second = newListener();
    SttStream one = open("ann", first);
    SttStream other = open("bob", second);
    one.close();
    assertClosedOnce(first.log(), Kind.CANCELLED);
    speak(other);
    other.finish();
    assertClosedOnce(second.log(), Kind.FINISHED);
    assertThat(words(second.finals())).isNotEmpty();
  }

  private static List<Transcript> words(List<Transcript> finals) {
    return finals.stream().filter(each -> !each.text().isBlank()).toList();
  }
}
