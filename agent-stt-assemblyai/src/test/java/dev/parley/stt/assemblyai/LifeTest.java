package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ErrorKind;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.CloseReason.Kind;
import java.time.Duration;
import java.util.HashSet;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/** Long calls, quiet calls, and calls over bad networks, in virtual time. */
class LifeTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final VirtualCall virtual = new VirtualCall();
  private final Call call = virtual.call;

  private long expiresIn(Duration life) {
    return virtual.clock.instant().plus(life).getEpochSecond();
  }

  @Test
  void aStreamThatIsOpenedWhileTheEngineIsClosedOpensNoSession() {
    var sockets = new FakeSockets();
    var engine = new AtomicReference<AssemblyAiStt>();
    engine.set(
        FakeSockets.builder()
            .build(
                sockets,
                new OkHttpClient(),
                () -> {
                  engine.get().close();
                  return () -> 0L;
                }));
    Call late = Call.open(engine.get(), virtual.clock);
    assertThat(sockets.count()).isZero();
    assertThat(late.closings()).extracting(CloseReason::kind).containsExactly(Kind.CANCELLED);
  }

  @Test
  void theNextSessionIsReadyBeforeThePresentOneExpires() {
    virtual.socket().beginUntil(expiresIn(Duration.ofHours(3)));
    virtual.pass(Duration.ofHours(3).minusMinutes(5));
    assertThat(virtual.sockets.count()).isEqualTo(2);
    virtual.speak(100);
    assertThat(virtual.sockets.socket(1).audioMillis()).isEqualTo(100);
    virtual.sockets.socket(2).beginUntil(expiresIn(Duration.ofHours(3)));
    assertThat(virtual.sockets.socket(1).said).contains(MessageWriter.TERMINATE);
    virtual.sockets.socket(1).terminated();
    virtual.speak(100);
    virtual.pass(SECOND);
    assertThat(virtual.sockets.socket(2).audioMillis()).isEqualTo(200);
    assertThat(virtual.sockets.socket(1).audioMillis()).isEqualTo(100);
    assertThat(call.errors()).isEmpty();
    assertThat(call.metric("rotations")).containsExactly(1.0);
    virtual.pass(Duration.ofHours(3).minusMinutes(5));
    assertThat(virtual.sockets.count()).as("and so on").isEqualTo(3);
  }

  @Test
  void sessionsThatBeganTogetherAreNotReplacedTogether() {
    var openings = new HashSet<Integer>();
    for (int seed = 0; seed < 20; seed++) {
      var each = new VirtualCall(FakeSockets.builder(), new SplittableRandom(seed));
      each.socket().beginUntil(expiresIn(Duration.ofHours(3)));
      each.pass(Duration.ofHours(3).minusMinutes(6).minusMillis(1));
      int seconds = 0;
      while (each.sockets.count() == 1) {
        each.pass(SECOND);
        seconds++;
      }
      assertThat(seconds).isBetween(1, 61);
      openings.add(seconds);
    }
    assertThat(openings).hasSizeGreaterThan(10);
  }

  @Test
  void sessionsChangeBetweenTurns() {
    virtual.socket().beginUntil(expiresIn(Duration.ofHours(3)));
    virtual.pass(Duration.ofHours(3).minusMinutes(5));
    virtual.speak(1_000);
    virtual.sockets.socket(1).turn(0, false, 100, "let", "me");
    virtual.sockets.socket(2).begin();
    virtual.speak(500);
    assertThat(virtual.sockets.socket(2).audioMillis()).isZero();
    virtual.sockets.socket(1).turn(0, true, 100, "let", "me", "see");
    assertThat(virtual.sockets.socket(1).said).contains(MessageWriter.TERMINATE);
    virtual.speak(100);
    assertThat(virtual.sockets.socket(2).audioMillis()).isPositive();
    virtual.sockets.socket(1).turn(1, true, 2_000, "ghost");
    assertThat(call.finalTexts()).containsExactly("let me see");
  }

  @Test
  void aSessionThatExpiresInMidTurnIsTakenOverByTheOneOnStandby() {
    virtual.socket().beginUntil(expiresIn(Duration.ofHours(3)));
    virtual.pass(Duration.ofHours(3).minusMinutes(5));
    virtual.speak(1_000);
    virtual.sockets.socket(1).turn(0, false, 100, "let", "me");
    virtual.sockets.socket(2).begin();
    virtual.sockets.socket(1).error(3008, "Session Expired: Maximum session duration exceeded");
    virtual.pass(Duration.ofMillis(200));
    assertThat(virtual.sockets.count()).isEqualTo(2);
    assertThat(virtual.sockets.socket(2).audioMillis()).isEqualTo(1_000);
    virtual.sockets.socket(2).turn(0, true, 100, "let", "me", "see");
    assertThat(call.finalTexts()).containsExactly("let me see");
  }

  @Test
  void aSessionOnStandbyThatIsLostIsOpenedAnew() {
    virtual.socket().beginUntil(expiresIn(Duration.ofHours(3)));
    virtual.pass(Duration.ofHours(3).minusMinutes(5));
    virtual.sockets.socket(2).lose();
    assertThat(call.errors()).isEmpty();
    virtual.pass(Duration.ofSeconds(30));
    assertThat(virtual.sockets.count()).isEqualTo(3);
  }

  @Test
  void aServerWithAWrongClockIsNotRotated() {
    virtual.socket().beginUntil(1);
    virtual.pass(Duration.ofHours(1));
    assertThat(virtual.sockets.count()).isEqualTo(1);
  }

  @Test
  void aQuietSessionIsKeptOpen() {
    virtual.socket().begin();
    virtual.pass(Duration.ofSeconds(61));
    assertThat(virtual.socket().said)
        .containsExactly(
            MessageWriter.KEEP_ALIVE, MessageWriter.KEEP_ALIVE, MessageWriter.KEEP_ALIVE);
  }

  @Test
  void audioKeepsASessionOpenByItself() {
    virtual.socket().begin();
    virtual.quiet(60_000);
    assertThat(virtual.socket().said).isEmpty();
  }

  @Test
  void aSessionWhoseHeartbeatsStopIsReplaced() {
    virtual.socket().begin().heartbeat(0, 0);
    virtual.pass(Duration.ofSeconds(17));
    assertThat(virtual.sockets.count()).isEqualTo(1);
    virtual.pass(Duration.ofSeconds(2));
    assertThat(virtual.sockets.count()).isEqualTo(2);
    assertThat(call.errors().get(0).getMessage()).contains("no heartbeat for 18 s");
  }

  @Test
  void aServerThatSendsNoHeartbeatsIsNotExpectedToSendThem() {
    virtual.socket().begin();
    virtual.pass(MINUTE);
    assertThat(virtual.sockets.count()).isEqualTo(1);
  }

  @Test
  void speechThatNothingAnswersIsReportedOnce() {
    virtual.socket().begin();
    virtual.talk(40_000);
    assertThat(call.errors()).hasSize(1);
    assertThat(call.errors().get(0).kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(call.errors().get(0).getMessage()).contains("15 s");
  }

  @Test
  void aSteadyNoiseNeedsNoAnswer() {
    virtual.socket().begin();
    virtual.speak(120_000);
    assertThat(call.errors()).isEmpty();
  }

  @Test
  void silenceIsSentWhenTheMicrophoneFallsSilentInMidTurn() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().turn(0, false, 100, "let", "me");
    virtual.pass(Duration.ofMillis(499));
    assertThat(virtual.socket().audioMillis()).isEqualTo(1_000);
    virtual.pass(Duration.ofMillis(1));
    assertThat(virtual.socket().audioMillis()).isEqualTo(1_500);
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isEqualTo(2_500);
    virtual.socket().turn(0, true, 100, "let", "me", "see");
    virtual.pass(MINUTE.dividedBy(6));
    assertThat(virtual.socket().audioMillis()).isEqualTo(2_500);
    virtual.speak(100);
    virtual.socket().turn(1, true, 2_500, "back");
    assertThat(call.finals().get(1).start()).as("stream time").contains(SECOND);
  }

  @Test
  void silenceIsNotSentForEver() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().turn(0, false, 100, "let", "me");
    virtual.pass(MINUTE);
    assertThat(virtual.socket().audioMillis()).isLessThan(8_000);
    assertThat(virtual.sockets.count()).isEqualTo(1);
  }

  @Test
  void noSilenceIsSentWhileAudioComes() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().turn(0, false, 100, "let", "me");
    virtual.speak(5_000);
    assertThat(virtual.socket().audioMillis()).isEqualTo(6_000);
  }

  @Test
  void audioIsRefusedWhenHalfAMinuteWaits() {
    var virtual = new VirtualCall(FakeSockets.builder().startTimeout(MINUTE));
    Call call = virtual.call;
    virtual.speak(30_000);
    assertThat(call.stream.offer(AudioFrame.silence(Call.FORMAT, Duration.ofMillis(20)))).isFalse();
    virtual.speak(1_000);
    virtual.socket().begin();
    virtual.pass(Duration.ofSeconds(10));
    assertThat(virtual.socket().audioMillis()).isEqualTo(30_000);
    virtual.speak(100);
    assertThat(call.metric("dropped.seconds")).containsExactly(1.02);
    virtual.socket().turn(0, true, 30_000, "back");
    assertThat(call.finals().get(0).start())
        .as("what was refused is not of the stream")
        .contains(Duration.ofSeconds(30));
  }

  @Test
  void aSocketThatTakesNothingIsNotFilled() {
    virtual.socket().begin();
    virtual.speak(100);
    virtual.socket().queued = 100_000;
    virtual.speak(1_000);
    assertThat(virtual.socket().audioMillis()).isEqualTo(100);
    virtual.socket().queued = 0;
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isEqualTo(1_100);
  }

  @Test
  void aSocketThatTakesNothingForFiveSecondsIsReplaced() {
    virtual.socket().begin();
    virtual.socket().queued = 100_000;
    virtual.speak(5_500);
    assertThat(call.errors().get(0).getMessage()).contains("taken no audio for 5 s");
    virtual.pass(SECOND);
    virtual.sockets.socket(2).begin();
    virtual.pass(SECOND);
    assertThat(virtual.sockets.socket(2).audioMillis()).isEqualTo(5_500);
  }

  @Test
  void aRawFinalIsToldWhenItsFormattedCopyDoesNotCome() {
    var streaming =
        new VirtualCall(
            FakeSockets.builder().model("universal-streaming-english").formatTurns(true));
    streaming.socket().begin();
    streaming.speak(1_000);
    streaming
        .socket()
        .message(
            "{'type':'Turn','turn_order':0,'end_of_turn':true,'turn_is_formatted':false,"
                + "'transcript':'two tickets','utterance':'','end_of_turn_confidence':0.7,"
                + "'words':[]}");
    assertThat(streaming.call.finalTexts()).isEmpty();
    assertThat(streaming.call.interimTexts()).containsExactly("two tickets");
    streaming.pass(Duration.ofMillis(400));
    assertThat(streaming.call.finalTexts()).containsExactly("two tickets");
    streaming.socket().turn(0, true, 100, "Two", "tickets.");
    assertThat(streaming.call.finalTexts()).hasSize(1);
    assertThat(streaming.call.ends().get(0).confidence()).isEqualTo(0.7);
  }

  @Test
  void finalsTellHowLongAfterTheVoiceTheyCame() {
    virtual.socket().begin();
    virtual.quiet(1_000);
    virtual.speak(1_000);
    virtual.quiet(400);
    virtual.pass(Duration.ofMillis(50));
    virtual.socket().turn(0, true, 1_000, "yes");
    assertThat(call.metric("final_latency.seconds"))
        .singleElement()
        .satisfies(each -> assertThat(each).isBetween(0.44, 0.46));
  }

  @Test
  void oneSpeechStartIsToldForAnUtterance() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().message("{'type':'SpeechStarted','timestamp':200,'confidence':0.9}");
    virtual.socket().turn(0, false, 220, "a").turn(0, false, 220, "a", "b");
    virtual.socket().turn(0, true, 220, "a", "b");
    virtual.socket().turn(1, false, 700, "c");
    assertThat(call.starts()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(700));
  }

  @Test
  void speechWithoutWordsIsClosedByABlankFinal() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().message("{'type':'SpeechStarted','timestamp':200,'confidence':0.9}");
    virtual.socket().turn(0, true, 0);
    assertThat(call.results()).containsExactly("started", "final");
    assertThat(call.finals().get(0).text()).isEmpty();
  }

  @Test
  void manyBreaksInALongCallAreForgotten() {
    for (int hour = 0; hour < 30; hour++) {
      virtual.socket().begin();
      virtual.pass(MINUTE);
      virtual.socket().lose();
      virtual.pass(SECOND);
    }
    assertThat(call.closings()).isEmpty();
    assertThat(virtual.sockets.count()).isEqualTo(31);
  }
}
