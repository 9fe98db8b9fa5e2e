package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.Tool;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ReplyEvent;
import dev.parley.ToolEvent;
import dev.parley.testkit.openai.ChatExchange;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reply with two calls is cut at every step; the next request keeps the rules all the same. */
class CutTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration SLOW = Duration.ofDays(1);

  enum Cut {
    BEFORE_THE_FIRST_TOKEN,
    AMID_THE_CALLS,
    WHILE_BOTH_TOOLS_RUN,
    WHEN_ONE_HAS_ENDED,
    WHEN_BOTH_HAVE_ENDED,
    AMID_THE_ANSWER
  }

  /** Two tools that end when the test lets them. */
  static final class Gates {
    private final CountDownLatch first = new CountDownLatch(1);
    private final CountDownLatch second = new CountDownLatch(1);

    @Tool
    String first() throws InterruptedException {
      first.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
      return "first done";
    }

    @Tool
    String second() throws InterruptedException {
      second.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
      return "second done";
    }
  }

  private static ModelAnswer answer(Cut cut, ChatExchange exchange) {
    List<String> messages = exchange.messages();
    if (messages.get(messages.size() - 1).startsWith("user: ")) {
      if (exchange.body().contains("Stop.")) {
        return ModelAnswer.text("All right.");
      }
      ModelAnswer calls = ModelAnswer.calls().call("c1", "first", "{}").call("c2", "second", "{}");
      return switch (cut) {
        case BEFORE_THE_FIRST_TOKEN -> calls.firstTokenAfter(SLOW);
        case AMID_THE_CALLS -> calls.tokenEvery(SLOW);
        default -> calls;
      };
    }
    return cut == Cut.AMID_THE_ANSWER
        ? ModelAnswer.text("Both are done, and I could tell you more. ").and("And more. ").stall()
        : ModelAnswer.text("Done.").firstTokenAfter(SLOW);
  }

  private static void reach(Cut cut, VoiceCall call, Gates gates, ScriptedOpenAi server)
      throws InterruptedException {
    server.await(1, LIMIT);
    if (cut.compareTo(Cut.WHILE_BOTH_TOOLS_RUN) >= 0) {
      call.await(ToolEvent.Started.class, each -> each.tool().equals("second"));
    }
    if (cut.compareTo(Cut.WHEN_ONE_HAS_ENDED) >= 0) {
      gates.second.countDown();
      call.await(ToolEvent.Ended.class, each -> each.tool().equals("second"));
    }
    if (cut.compareTo(Cut.WHEN_BOTH_HAVE_ENDED) >= 0) {
      gates.first.countDown();
      server.await(2, LIMIT);
    }
    if (cut == Cut.AMID_THE_ANSWER) {
      call.await(ReplyEvent.Speaking.class, each -> true);
    }
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void theNextRequestIsAccepted(Cut cut) throws Exception {
    var gates = new Gates();
    try (var server = ScriptedOpenAi.answering(exchange -> answer(cut, exchange))) {
      LangChain4jBrain brain = Models.brain(server).tools(gates).timeouts(LIMIT, LIMIT).build();
      try (VoiceCall call = VoiceCall.saying(brain, "Do both.")) {
        reach(cut, call, gates, server);
        call.session().text("user", "Stop.");
        call.await(ReplyEvent.Ended.class, each -> each.heard().equals("All right."));
        gates.first.countDown();
        gates.second.countDown();
        assertThat(server.problems()).isEmpty();
        assertThat(server.exchanges().get(0).awaitOver(LIMIT)).isTrue();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Cut.class)
  void eachCallThatRanHasOneResult(Cut cut) throws Exception {
    var gates = new Gates();
    try (var server = ScriptedOpenAi.answering(exchange -> answer(cut, exchange))) {
      LangChain4jBrain brain = Models.brain(server).tools(gates).timeouts(LIMIT, LIMIT).build();
      VoiceCall call = VoiceCall.saying(brain, "Do both.");
      try (call) {
        reach(cut, call, gates, server);
        call.session().interrupt().toCompletableFuture().get(LIMIT.toSeconds(), TimeUnit.SECONDS);
      }
      var items = call.session().conversation();
      List<String> called =
          items.stream()
              .filter(Call.class::isInstance)
              .map(each -> ((Call) each).call().id())
              .toList();
      List<String> answered =
          items.stream()
              .filter(Result.class::isInstance)
              .map(each -> ((Result) each).id())
              .toList();
      assertThat(answered).containsExactlyElementsOf(called);
      assertThat(called).hasSize(cut.compareTo(Cut.WHILE_BOTH_TOOLS_RUN) >= 0 ? 2 : 0);
    }
  }
}
