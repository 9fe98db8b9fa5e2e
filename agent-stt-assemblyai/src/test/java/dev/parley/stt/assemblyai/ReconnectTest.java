package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.CloseReason;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What happens when a session is lost, in virtual time. */
class ReconnectTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualCall virtual = new VirtualCall();
  private final Call call = virtual.call;

  @Test
  void audioIsHeldUntilBeginAndThenSentInLongMessages() {
    virtual.speak(1_500);
    assertThat(virtual.socket().audio).isEmpty();
    virtual.socket().open();
    virtual.speak(500);
    assertThat(virtual.socket().audio).as("before Begin").isEmpty();
    virtual.socket().begin();
    assertThat(virtual.socket().audioMillis()).isEqualTo(1_000);
    virtual.pass(Duration.ofMillis(100));
    assertThat(virtual.socket().audioMillis()).isEqualTo(2_000);
  }

  @Test
  void heldAudioIsSentAtTheSpeedThatIsSet() {
    var slow = new VirtualCall(FakeSockets.builder().catchUpSpeed(2));
    slow.speak(4_000);
    slow.socket().begin();
    assertThat(slow.socket().audioMillis()).isEqualTo(1_000);
    slow.pass(Duration.ofMillis(499));
    assertThat(slow.socket().audioMillis()).isEqualTo(1_000);
    slow.pass(Duration.ofMillis(1));
    assertThat(slow.socket().audioMillis()).isEqualTo(2_000);
  }

  @Test
  void liveAudioGoesOutAsSoonAsAMessageIsFull() {
    virtual.socket().begin();
    virtual.speak(40);
    assertThat(virtual.socket().audio).isEmpty();
    virtual.speak(20);
    assertThat(virtual.socket().audioMillis()).isEqualTo(50);
  }

  @Test
  void anOpenTurnIsSentAgainFromASecondBeforeItsStart() {
    virtual.socket().begin();
    virtual.speak(5_000);
    virtual.socket().turn(0, false, 3_000, "what", "i");
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    assertThat(virtual.sockets.count()).isEqualTo(2);
    assertThat(virtual.socket().audioMillis()).isEqualTo(3_000);
    assertThat(call.metric("resent.seconds")).containsExactly(3.0);
    assertThat(call.metric("reconnects")).containsExactly(1.0);
  }

  @Test
  void timesAndNumbersGoOnWhereTheyWere() {
    virtual.socket().begin();
    virtual.speak(5_000);
    virtual.socket().turn(0, true, 500, "hello").turn(1, false, 3_000, "what", "i");
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    // The new session's clock begins at 2 s of the stream.
    virtual.socket().turn(0, true, 1_000, "what", "i", "mean");
    assertThat(call.finalTexts()).containsExactly("hello", "what i mean");
    assertThat(call.finals().get(1).utterance()).isEqualTo(call.interims().get(0).utterance());
    assertThat(call.finals().get(1).start()).contains(Duration.ofSeconds(3));
    assertThat(call.starts()).hasSize(2);
  }

  @Test
  void nothingBeforeTheEndOfTheLastFinalIsSentAgain() {
    virtual.socket().begin();
    virtual.speak(5_000);
    virtual.socket().turn(0, true, 3_000, "done"); // ends at 3,250 ms
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isEqualTo(1_750);
  }

  @Test
  void silenceSinceTheLastFinalIsNotSentAgain() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().turn(0, true, 0, "done");
    virtual.quiet(20_000);
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    // A voice may have sounded between the end of the final's last word and the silence.
    assertThat(call.metric("resent.seconds").stream().mapToDouble(each -> each).sum())
        .isLessThan(21);
  }

  @Test
  void heartbeatsShowWhatNeedNotBeKept() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().turn(0, true, 0, "done");
    virtual.quiet(10_000);
    virtual.speak(3_000); // noise: the server says nothing about it
    virtual.quiet(6_000);
    virtual.socket().heartbeat(20_000, 20_000);
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isZero();
  }

  @Test
  void whatWasReceivedFasterThanRealTimeIsNotUnderstoodYet() {
    virtual.socket().begin();
    virtual.speak(10_000);
    virtual.socket().heartbeat(10_000, 2_000);
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isEqualTo(10_000);
  }

  @Test
  void wordsWhoseSoundIsTooOldToBeKeptAreCarriedOver() {
    virtual.socket().begin();
    virtual.speak(40_000); // the retained audio begins at 10 s
    virtual.socket().turn(0, false, 9_300, "one", "two", "three", "four");
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(Duration.ofSeconds(10));
    assertThat(virtual.socket().audioMillis())
        .as("what is kept, less the rest of the word that was cut in two")
        .isEqualTo(30_000 - 150);
    virtual.socket().turn(0, true, 50, "four", "five");
    assertThat(call.finalTexts()).containsExactly("one two three four five");
    assertThat(call.finals().get(0).words()).hasSize(5);
    assertThat(call.finals().get(0).start()).contains(Duration.ofMillis(9_300));
  }

  @Test
  void aSecondBreakBeforeTheTurnWasHeardAgainLosesNothing() {
    virtual.socket().begin();
    virtual.speak(2_000);
    virtual.socket().turn(0, false, 500, "what", "i");
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isEqualTo(2_000);
    virtual.socket().turn(0, true, 500, "what", "i", "mean");
    assertThat(call.finalTexts()).containsExactly("what i mean");
    assertThat(call.finals().get(0).utterance()).isEqualTo(call.interims().get(0).utterance());
  }

  @Test
  void audioThatComesDuringTheBreakIsSentAfterwards() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().lose();
    virtual.speak(100);
    virtual.pass(SECOND);
    virtual.speak(900);
    virtual.socket().begin();
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isEqualTo(2_000);
  }

  @Test
  void anErrorAndTheCloseAfterItAreOneFailure() {
    virtual.socket().begin();
    virtual.socket().error(3005, "Session Cancelled: An error occurred");
    virtual.sockets.socket(1).closeByServer(3005, "See Error message for details");
    assertThat(call.errors()).hasSize(1);
    assertThat(call.errors().get(0).getMessage()).contains("3005", "An error occurred");
    assertThat(call.errors().get(0).isRetryable()).isTrue();
  }

  @Test
  void anErrorWithoutACodeTakesThatOfTheCloseFrame() {
    virtual.socket().begin().message("{'error':'Unauthorized Connection: Invalid API key'}");
    assertThat(call.closings()).isEmpty();
    virtual.socket().closeByServer(1008, "See Error message for details");
    AgentException error = call.awaitClosed().error().orElseThrow();
    assertThat(error.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(error.getMessage()).contains("Invalid API key").contains("ASSEMBLYAI_API_KEY");
  }

  @Test
  void anErrorWithoutACodeIsNotWaitedForForEver() {
    virtual.socket().begin().message("{'error':'something'}");
    virtual.pass(SECOND);
    assertThat(call.errors()).hasSize(1);
    virtual.pass(SECOND);
    assertThat(virtual.sockets.count()).isEqualTo(2);
  }

  @Test
  void aStreamGivesUpAfterItsAttempts() {
    var once = new VirtualCall(FakeSockets.builder().reconnects(1, Duration.ofMinutes(1)));
    once.socket().lose();
    once.pass(SECOND);
    assertThat(once.sockets.count()).isEqualTo(2);
    once.socket().lose();
    CloseReason reason = once.call.awaitClosed();
    assertThat(reason.error().orElseThrow().kind()).isEqualTo(ErrorKind.NETWORK);
    assertThat(reason.error().orElseThrow().isRetryable()).isTrue();
    assertThat(once.clock.pendingTimers()).isZero();
  }

  @Test
  void aSessionThatDoesNotBeginIsTriedAgain() {
    virtual.socket().open();
    virtual.pass(Duration.ofSeconds(10));
    assertThat(call.errors()).hasSize(1);
    assertThat(call.errors().get(0).kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(virtual.socket().cancelled).isTrue();
    virtual.pass(SECOND);
    assertThat(virtual.sockets.count()).isEqualTo(2);
  }

  @Test
  void aRefusedUpgradeWithAPermanentStatusEndsTheStream() {
    virtual.socket().refuse(401);
    AgentException error = call.awaitClosed().error().orElseThrow();
    assertThat(error.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(error.getMessage()).contains("HTTP 401");
    assertThat(virtual.sockets.count()).isEqualTo(1);
  }

  @Test
  void anUnaskedTerminationIsFollowedByAnotherSession() {
    virtual.socket().begin().terminated();
    assertThat(virtual.sockets.count()).isEqualTo(2);
    assertThat(call.closings()).isEmpty();
  }

  @Test
  void anInactiveStreamWaitsForAudio() {
    virtual.socket().begin();
    virtual.quiet(100);
    String text = "Session terminated due to inactivity: No messages received for 60 seconds";
    virtual.socket().error(3006, text);
    virtual.pass(Duration.ofMinutes(5));
    assertThat(virtual.sockets.count()).isEqualTo(1);
    virtual.speak(60);
    assertThat(virtual.sockets.count()).isEqualTo(2);
    virtual.socket().begin();
    assertThat(virtual.socket().audioMillis()).isGreaterThanOrEqualTo(50);
  }

  @Test
  void anInactiveStreamFinishesAtOnce() {
    virtual.socket().begin();
    virtual.socket().error(3006, "Session terminated due to inactivity");
    call.finish();
    assertThat(call.awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
  }

  @Test
  void audioThatWasSentTooFastIsDroppedOnce() {
    virtual.socket().begin();
    virtual.speak(2_000);
    virtual
        .socket()
        .error(3007, "Audio Transmission Rate Exceeded: Received 9 sec. audio in 1 sec");
    virtual.pass(SECOND);
    virtual.socket().begin();
    assertThat(virtual.socket().audioMillis()).isZero();
    virtual.speak(100);
    assertThat(virtual.socket().audioMillis()).isEqualTo(100);
    virtual.socket().error(3007, "Audio Transmission Rate Exceeded: again");
    assertThat(call.awaitClosed().isFailure()).isTrue();
  }

  @Test
  void lateMessagesOfALostSessionAreIgnored() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().lose();
    virtual.socket().turn(0, true, 0, "ghost");
    assertThat(call.finals()).isEmpty();
  }

  @Test
  void anUnfinishedStreamThatIsLostWhileItFinishesIsTriedAgain() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().turn(0, false, 200, "last");
    call.finish();
    assertThat(virtual.socket().said).contains(MessageWriter.TERMINATE);
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isEqualTo(1_000);
    assertThat(virtual.socket().said).containsExactly(MessageWriter.TERMINATE);
    virtual.socket().turn(0, true, 200, "last", "words").terminated();
    assertThat(call.awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(call.finalTexts()).isEqualTo(List.of("last words"));
    assertThat(virtual.clock.pendingTimers()).isZero();
  }

  @Test
  void aStreamThatIsLostWhileItFinishesAndHasNothingLeftIsFinished() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().turn(0, true, 0, "one", "two", "three");
    virtual.quiet(4_000);
    virtual.socket().heartbeat(5_000, 5_000);
    call.finish();
    virtual.socket().lose();
    assertThat(call.awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
  }
}
