package dev.parley.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.parley.AgentSession;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.VoiceAgent;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.TtsRequest;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SessionChecksTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** Tests that are run by name only. */
  @ParleyTest
  static class Examples {
    private static final CountDownLatch NEVER = new CountDownLatch(1);

    @Test
    void wholeConversation(SessionChecks checks) {
      var talk = Talk.of(Sound.at(SECOND).says("When do you open?").build());
      var agent =
          VoiceAgent.builder()
              .runtime(checks.runtime())
              .speechToText(checks.watch(ScriptedStt.builder(talk).build()))
              .vad(checks.watch(ScriptedVad.builder(talk).build()))
              .brain(
                  checks.watch(
                      ScriptedBrain.builder().line("When do you open?", "At nine.").build()))
              .textToSpeech(checks.watch(ScriptedTts.builder().build()))
              .build();
      var transport = checks.watch(FakeTransport.builder(talk).build());
      AgentSession session = agent.start(transport, RoomRequest.of("test"), checks::watch);
      checks.clock().advance(SECOND.multipliedBy(10));
      assertThat(checks.events().of(ReplyEvent.Ended.class))
          .extracting(ReplyEvent.Ended::outcome)
          .containsExactly(ReplyOutcome.COMPLETED);
      session.close();
    }

    @Test
    void timerLeft(ManualClock clock) {
      clock.schedule(Duration.ofHours(1), () -> {});
    }

    @Test
    void streamLeft(SessionChecks checks) {
      var tts = checks.watch(ScriptedTts.builder().build());
      tts.open(
          new TtsRequest(7, null, TestContexts.under(checks.clock())), new RecordingTtsListener());
    }

    @Test
    void sessionLeft(SessionChecks checks) {
      var agent = VoiceAgent.builder().runtime(checks.runtime()).build();
      agent.start(FakeTransport.builder(Talk.of()).build(), RoomRequest.of("test"), checks::watch);
    }

    @Test
    void exceptionLeft() throws InterruptedException {
      var thread =
          new Thread(
              () -> {
                throw new IllegalStateException("nobody hears me");
              },
              "crashing");
      thread.start();
      thread.join();
    }

    @Test
    void threadLeft() {
      var thread = new Thread(Examples::waitForEver, "left over");
      thread.setDaemon(true);
      thread.start();
    }

    private static void waitForEver() {
      try {
        NEVER.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** What a test ended with. */
  private static TestExecutionResult resultOf(String method) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(selectMethod(Examples.class, methodNamed(method)))
            .build();
    var results = new TestExecutionResult[1];
    LauncherFactory.create()
        .execute(
            request,
            new TestExecutionListener() {
              @Override
              public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                results[0] = test.isTest() ? result : results[0];
              }
            });
    return results[0];
  }

  private static Method methodNamed(String name) {
    return Arrays.stream(Examples.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static void assertFails(String method, String sentence) {
    TestExecutionResult result = resultOf(method);
    assertThat(result.getStatus()).isEqualTo(Status.FAILED);
    assertThat(result.getThrowable().orElseThrow()).hasMessageContaining(sentence);
  }

  @Test
  void aTestThatTidiesUpPasses() {
    assertThat(resultOf("wholeConversation").getThrowable()).isEmpty();
  }

  @Test
  void aTimerThatIsStillSetFailsTheTest() {
    assertFails("timerLeft", "1 timers are still set");
  }

  @Test
  void aStreamThatHasNotEndedFailsTheTest() {
    assertFails("streamLeft", "a stream never got onClosed: speech of reply 7");
  }

  @Test
  void aSessionThatIsNotClosedFailsTheTest() {
    assertFails("sessionLeft", "is not closed");
  }

  @Test
  void anExceptionThatNobodyCaughtFailsTheTest() {
    assertFails(
        "exceptionLeft",
        "the thread crashing ended with java.lang.IllegalStateException: nobody hears me");
  }

  @Test
  void aThreadThatIsStillAliveFailsTheTest() {
    assertFails("threadLeft", "the thread left over is still alive");
  }
}
