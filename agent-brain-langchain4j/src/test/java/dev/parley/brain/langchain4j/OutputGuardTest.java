package dev.parley.brain.langchain4j;

import static dev.parley.brain.langchain4j.Models.request;
import static dev.parley.brain.langchain4j.Models.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.brain.langchain4j.OutputGuard.Verdict;
import dev.parley.spi.PluginContext;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.RecordingReplyListener;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Guards that are slow or broken. */
class OutputGuardTest {
  private static final Duration HOLD = Duration.ofMillis(500);

  private final ManualClock clock = new ManualClock();
  private final Queue<Runnable> blocking = new ArrayDeque<>();
  private final List<String> heard = new ArrayList<>();

  private HeldText held(OutputGuard guard) {
    var listener =
        new HeldText.Listener() {
          @Override
          public void onSpoken(String text) {
            heard.add(text);
          }

          @Override
          public void onStopped(String instead) {
            heard.add("stopped");
          }

          @Override
          public void onFailed(Throwable failure) {
            heard.add("failed");
          }
        };
    return new HeldText(
        guard, 1_000, HOLD, new PluginContext("test", clock, blocking::add), listener);
  }

  @Test
  void theClockDoesNotWaitForAGuard() {
    List<Boolean> asked = new ArrayList<>();
    HeldText held =
        held(
            (text, last) -> {
              asked.add(last);
              return Verdict.speak(0);
            });
    held.add("One ");
    clock.advance(HOLD);
    assertThat(asked).containsExactly(false);
    blocking.remove().run();
    assertThat(asked).containsExactly(false, true);
    assertThat(heard).containsExactly("One ");
  }

  @Test
  void whatHasBeenSpokenMeanwhileIsNotJudgedAsLate() {
    HeldText held = held((text, last) -> Verdict.speak(text.endsWith(".") ? text.length() : 0));
    held.add("One ");
    clock.advance(HOLD);
    held.add("two. ".strip());
    held.add(" Three");
    blocking.remove().run();
    assertThat(heard).containsExactly("One two.");
  }

  @Test
  void whatAGuardLetsPassAfterTheCloseIsNotSpoken() {
    var made = new ArrayList<HeldText>();
    HeldText held =
        held(
            (text, last) -> {
              made.get(0).close();
              return Verdict.speak(text.length());
            });
    made.add(held);
    held.add("One ");
    assertThat(held.finish()).isFalse();
    assertThat(heard).isEmpty();
    assertThat(clock.pendingTimers()).isZero();
  }

  @Test
  void aGuardThatFailsWhenTheTimeIsUpIsReported() {
    HeldText held =
        held(
            (text, last) -> {
              if (last) {
                throw new AssertionError("defect");
              }
              return Verdict.speak(0);
            });
    held.add("One ");
    clock.advance(HOLD);
    blocking.remove().run();
    assertThat(heard).containsExactly("failed");
  }

  @Test
  void aCloseDoesNotWaitForAGuard() throws Exception {
    var asked = new CountDownLatch(1);
    var closed = new CountDownLatch(1);
    var left = new AtomicBoolean();
    OutputGuard slow =
        (text, last) -> {
          asked.countDown();
          try {
            boolean unused = closed.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
          }
          left.set(true);
          return Verdict.speak(text.length());
        };
    try (var server = ScriptedOpenAi.answering(ModelAnswer.text("One two three."))) {
      var listener = new RecordingReplyListener();
      var reply =
          Models.brain(server)
              .outputGuard(slow)
              .build()
              .open(request(said("Now!")).build(), listener);
      assertThat(asked.await(20, TimeUnit.SECONDS)).isTrue();
      reply.close();
      assertThat(left).isFalse();
      closed.countDown();
      listener.log().awaitClosed();
      assertThat(listener.text()).isEmpty();
    }
  }

  @Test
  void aGuardThatFailsWhenTheTimeIsUpFailsTheReplyWithItsReason() {
    OutputGuard broken =
        (text, last) -> {
          if (last) {
            throw new IllegalStateException("it was: " + text);
          }
          return Verdict.speak(0);
        };
    try (var server = ScriptedOpenAi.answering(ModelAnswer.text("One two three ").stall())) {
      LangChain4jBrain brain =
          Models.brain(server).outputGuard(broken, 1_000, Duration.ofMillis(50)).build();
      var error = Models.ask(brain, request(said("Now!")).build()).log().awaitClosed().error();
      assertThat(error.orElseThrow().getMessage())
          .startsWith("the output guard " + broken.getClass().getName())
          .contains("failed with java.lang.IllegalStateException")
          .doesNotContain("One");
    }
  }
}
