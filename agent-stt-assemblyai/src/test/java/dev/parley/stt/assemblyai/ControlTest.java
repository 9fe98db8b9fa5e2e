package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.CloseReason;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Forced endpoints, hot settings, and the ways to end, in virtual time. */
class ControlTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final VirtualCall virtual = new VirtualCall();
  private final Call call = virtual.call;

  @Test
  void aForcedEndpointFollowsAllAudioBeforeIt() {
    virtual.socket().begin();
    virtual.speak(60);
    call.stream.forceEndpoint();
    assertThat(virtual.socket().audioMillis()).as("the tail is padded to a message").isEqualTo(100);
    assertThat(virtual.socket().said).containsExactly(MessageWriter.FORCE_ENDPOINT);
  }

  @Test
  void aForcedEndpointBeforeBeginWaitsForItsAudio() {
    virtual.speak(2_000);
    call.stream.forceEndpoint();
    virtual.speak(1_000);
    virtual.socket().begin();
    assertThat(virtual.socket().said).isEmpty();
    virtual.pass(Duration.ofMillis(100));
    assertThat(virtual.socket().audioMillis()).isEqualTo(2_000);
    assertThat(virtual.socket().said).containsExactly(MessageWriter.FORCE_ENDPOINT);
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isEqualTo(3_000);
  }

  @Test
  void aForcedEndpointIsAnsweredByTheNextFinal() {
    virtual.socket().begin();
    virtual.speak(1_000);
    call.stream.forceEndpoint();
    virtual.pass(Duration.ofMillis(267));
    virtual.socket().turn(0, true, 100, "yes");
    virtual.pass(SECOND);
    assertThat(call.finalTexts()).containsExactly("yes");
    assertThat(call.finals()).hasSize(1);
    assertThat(call.metric("forced_endpoint.seconds")).containsExactly(0.267);
  }

  @Test
  void aForcedEndpointWithoutAnAnswerGivesABlankFinal() {
    virtual.socket().begin();
    virtual.quiet(100);
    call.stream.forceEndpoint();
    virtual.pass(SECOND);
    assertThat(call.finals()).hasSize(1);
    assertThat(call.finals().get(0).text()).isBlank();
    assertThat(call.ends()).isEmpty();
  }

  @Test
  void oneForcedEndpointIsOnItsWayAtATime() {
    virtual.socket().begin();
    virtual.speak(100);
    call.stream.forceEndpoint();
    call.stream.forceEndpoint();
    virtual.speak(100);
    call.stream.forceEndpoint();
    assertThat(virtual.socket().said).hasSize(1);
    virtual.socket().turn(0, true, 0, "first");
    assertThat(virtual.socket().said).hasSize(2);
  }

  @Test
  void aForcedEndpointThatWasNotAnsweredIsAskedAgainInTheNextSession() {
    virtual.socket().begin();
    virtual.speak(1_000);
    call.stream.forceEndpoint();
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    virtual.pass(SECOND);
    assertThat(virtual.socket().audioMillis()).isGreaterThanOrEqualTo(1_000);
    assertThat(virtual.socket().said).containsExactly(MessageWriter.FORCE_ENDPOINT);
  }

  @Test
  void whatTheAgentSaidIsCutFromTheFront() {
    virtual.socket().begin();
    String longText = "x".repeat(1_000) + "y".repeat(1_750);
    call.stream.agentSaid(longText);
    assertThat(virtual.socket().said)
        .containsExactly(
            "{\"type\":\"UpdateConfiguration\",\"agent_context\":\"" + "y".repeat(1_750) + "\"}");
  }

  @Test
  void aCutDoesNotSplitACharacter() {
    virtual.socket().begin();
    call.stream.agentSaid("\uD83D\uDE00" + "y".repeat(1_749));
    assertThat(virtual.socket().said.get(0)).doesNotContain("\uDE00").contains("y".repeat(1_749));
  }

  @Test
  void whatTheAgentSaidNeverStandsInAUrlAndIsToldAgainAfterABreak() {
    call.stream.agentSaid("For how many people?");
    virtual.socket().begin();
    virtual.socket().lose();
    virtual.pass(SECOND);
    virtual.socket().begin();
    for (int number = 1; number <= 2; number++) {
      assertThat(virtual.sockets.socket(number).url()).doesNotContain("people");
      assertThat(virtual.sockets.socket(number).said)
          .anySatisfy(each -> assertThat(each).contains("For how many people?"));
    }
  }

  @Test
  void theStreamingModelsAreNotToldWhatTheAgentSaid() {
    var streaming = new VirtualCall(FakeSockets.builder().model("universal-streaming-english"));
    streaming.socket().begin();
    streaming.call.stream.agentSaid("For how many people?");
    assertThat(streaming.socket().said).isEmpty();
  }

  @Test
  void keytermsAreReplacedAndCutToWhatTheVendorTakes() {
    virtual.socket().begin();
    var many =
        new java.util.ArrayList<>(IntStream.range(0, 120).mapToObj(each -> "term" + each).toList());
    many.add(0, "x".repeat(51));
    call.stream.expect(many);
    assertThat(virtual.socket().said.get(0))
        .contains("\"keyterms_prompt\":[\"term0\",")
        .contains("\"term99\"]")
        .doesNotContain("xxx");
    call.stream.expect(List.of());
    assertThat(virtual.socket().said.get(1)).contains("\"keyterms_prompt\":[]");
  }

  @Test
  void settingsThatDidNotChangeAreNotSent() {
    virtual.socket().begin();
    virtual.engine.update("session", new LiveSettings().mode("balanced"));
    assertThat(virtual.socket().said).isEmpty();
    virtual.engine.update("session", new LiveSettings().maxTurnSilence(Duration.ofSeconds(3)));
    virtual.engine.update("session", new LiveSettings().maxTurnSilence(Duration.ofSeconds(3)));
    assertThat(virtual.socket().said)
        .containsExactly("{\"type\":\"UpdateConfiguration\",\"max_turn_silence\":3000}");
  }

  @Test
  void settingsOfAnotherSessionAreNotTouched() {
    virtual.socket().begin();
    virtual.engine.update("another", new LiveSettings().prompt("a hotel"));
    assertThat(virtual.socket().said).isEmpty();
  }

  @Test
  void changedSettingsAreInTheNextSessionsUrl() {
    virtual.socket().begin();
    virtual.engine.update(
        "session", new LiveSettings().minTurnSilence(SECOND).languages(List.of("de")));
    virtual.socket().lose();
    virtual.pass(SECOND);
    assertThat(virtual.socket().parameter("min_turn_silence")).isEqualTo("1000");
    assertThat(virtual.socket().parameter("language_codes")).isEqualTo("[\"de\"]");
    virtual.socket().begin();
    assertThat(virtual.socket().said).isEmpty();
  }

  @Test
  void longListsFollowAfterBegin() {
    var terms = IntStream.range(0, 100).mapToObj(i -> i + "x".repeat(45)).toList();
    var virtualCall =
        new VirtualCall(FakeSockets.builder().keyterms(terms).prompt("p".repeat(1_700)));
    assertThat(virtualCall.socket().url().length()).isLessThan(4_000);
    virtualCall.socket().begin();
    assertThat(virtualCall.socket().said).hasSize(1);
    assertThat(virtualCall.socket().said.get(0)).contains("keyterms_prompt").contains("prompt");
  }

  @Test
  void finishPadsTheTailTerminatesAndWaits() {
    virtual.socket().begin();
    virtual.speak(60);
    call.finish();
    assertThat(virtual.socket().audioMillis()).isEqualTo(100);
    assertThat(virtual.socket().said).containsExactly(MessageWriter.TERMINATE);
    assertThat(virtual.socket().closeCode).as("no close frame before Termination").isZero();
    assertThat(call.closings()).isEmpty();
    virtual.socket().turn(0, true, 0, "bye").terminated();
    assertThat(call.awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(virtual.socket().closeCode).isEqualTo(1_000);
    assertThat(call.metric("billed.seconds")).containsExactly(2.0);
  }

  @Test
  void finishDoesNotWaitForEver() {
    virtual.socket().begin();
    virtual.quiet(100);
    call.finish();
    virtual.pass(Duration.ofSeconds(5));
    assertThat(call.awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    virtual.pass(Duration.ofSeconds(2));
    assertThat(virtual.socket().cancelled).isTrue();
    assertThat(virtual.clock.pendingTimers()).isZero();
  }

  @Test
  void wordsThatWereNeverConfirmedMakeTheEndAFailure() {
    virtual.socket().begin();
    virtual.speak(1_000);
    virtual.socket().turn(0, false, 0, "open");
    call.finish();
    virtual.pass(Duration.ofSeconds(5));
    assertThat(call.awaitClosed().error().orElseThrow().getMessage()).contains("Terminate");
  }

  @Test
  void closeStopsAtOnceAndSaysGoodBye() {
    virtual.socket().begin();
    virtual.speak(100);
    call.stream.close();
    assertThat(call.results()).containsExactly("closed");
    assertThat(virtual.socket().said).containsExactly(MessageWriter.TERMINATE);
    assertThat(virtual.socket().closeCode).isZero();
    virtual.socket().turn(0, true, 0, "ghost").terminated();
    assertThat(virtual.socket().closeCode).isEqualTo(1_000);
    assertThat(call.results()).containsExactly("closed");
    assertThat(virtual.clock.pendingTimers()).isZero();
  }

  @Test
  void closingWhileConnectingCutsTheConnection() {
    call.stream.close();
    assertThat(virtual.socket().cancelled).isTrue();
    assertThat(call.results()).containsExactly("closed");
    assertThat(virtual.clock.pendingTimers()).isZero();
  }

  @Test
  void closingDuringTheWaitForTheNextSessionOpensNone() {
    virtual.socket().lose();
    call.stream.close();
    virtual.pass(Duration.ofMinutes(1));
    assertThat(virtual.sockets.count()).isEqualTo(1);
    assertThat(virtual.clock.pendingTimers()).isZero();
  }

  @Test
  void closingTheEngineClosesItsStreams() {
    virtual.socket().begin();
    virtual.engine.close();
    assertThat(call.awaitClosed().kind()).isEqualTo(CloseReason.Kind.CANCELLED);
    assertThat(call.stream.offer(dev.parley.audio.AudioFrame.silence(Call.FORMAT, SECOND)))
        .isFalse();
  }
}
