package dev.parley.brain.langchain4j;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.agent.tool.P;
import dev.langchain4j.agent.tool.Tool;
import dev.parley.ConversationItem;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.SessionEvent;
import dev.parley.ToolEvent;
import dev.parley.spi.Brain;
import dev.parley.testkit.openai.ChatExchange;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whole calls: from a sound in a room over real HTTP to a sound in the room. */
class VoicePathTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private @Nullable ScriptedOpenAi server;

  private ScriptedOpenAi serve(ModelAnswer first, ModelAnswer... others) {
    server = ScriptedOpenAi.answering(first, others);
    return server;
  }

  @AfterEach
  void closeServer() {
    if (server != null) {
      server.close();
      assertThat(server.problems()).isEmpty();
    }
  }

  /** What the tests' models may call. */
  public static final class Desk {
    private final CyclicBarrier together = new CyclicBarrier(2);
    private final ConcurrentLinkedQueue<CallerContext> callers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch interrupted = new CountDownLatch(1);

    @Tool("Books a day")
    String book(@P("the day") String day, CallerContext caller) {
      callers.add(caller);
      return "booked " + day;
    }

    @Tool("Returns only when it is called twice at once")
    String both(@P("a number") int number) throws Exception {
      together.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
      return "number " + number;
    }

    @Tool("Takes for ever")
    String wait(@P("why") String why) throws InterruptedException {
      try {
        new CountDownLatch(1).await();
        return why;
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
    }

    @Tool("Fails")
    String fail() {
      throw new IllegalStateException("the secret database is at db.internal");
    }
  }

  @Test
  void aSpokenQuestionIsAnsweredAloud() throws Exception {
    Brain brain = Models.brain(serve(ModelAnswer.text("At nine o'clock. See you then!"))).build();
    try (VoiceCall call = VoiceCall.saying(brain, "When do you open?")) {
      assertThat(call.awaitReply().heard()).isEqualTo("At nine o'clock. See you then!");
      assertThat(server.exchanges().get(0).messages())
          .containsExactly("system: You are kind.", "user: When do you open?");
      assertThat(call.of(SessionEvent.Measured.class))
          .extracting(SessionEvent.Measured::metric)
          .contains("brain.tokens.input", "langchain4j.first_token.seconds");
    }
  }

  @Test
  void aToolRunsAndKnowsForWhom() throws Exception {
    serve(
        ModelAnswer.text("One moment. ").call("c1", "book", "{\"day\":\"monday\"}", 1),
        ModelAnswer.text("It is booked."));
    var desk = new Desk();
    Brain brain = Models.brain(server).tools(desk).build();
    try (VoiceCall call = VoiceCall.saying(brain, "Book monday.")) {
      assertThat(call.awaitReply().heard()).isEqualTo("One moment. It is booked.");
      assertThat(server.exchanges().get(1).messages())
          .containsExactly(
              "system: You are kind.",
              "user: Book monday.",
              "assistant: One moment. [book {\"day\":\"monday\"}]",
              "tool: booked monday");
      CallerContext caller = desk.callers.poll();
      assertThat(caller.participant()).isEqualTo("user");
      assertThat(caller.turn()).isEqualTo(1);
      assertThat(caller.sessionId()).isEqualTo(call.session().id());
      assertThat(caller.idempotencyKey()).isEqualTo(call.session().id() + "/c1");
    }
  }

  @Test
  void theCallerIsNoParameterForTheModel() {
    Brain brain = Models.brain(serve(ModelAnswer.text("Fine."))).tools(new Desk()).build();
    assertThat(brain.tools())
        .filteredOn(each -> each.spec().name().equals("book"))
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.spec().required()).containsExactly("day");
              assertThat(each.spec().parametersSchema())
                  .contains("the day")
                  .doesNotContain("caller");
            });
  }

  @Test
  void twoCallsRunAtOnce() throws Exception {
    serve(
        ModelAnswer.calls().call("c1", "both", "{\"number\":1}").call("c1", "both", "{number:2}"),
        ModelAnswer.text("Both are done."));
    Brain brain = Models.brain(server).tools(new Desk()).build();
    try (VoiceCall call = VoiceCall.saying(brain, "Do both.")) {
      assertThat(call.awaitReply().heard()).isEqualTo("Both are done.");
      assertThat(call.results()).containsExactlyInAnyOrder("number 1", "number 2");
    }
  }

  @Test
  void threeStepsLeadToAnAnswerAndTheFourthRequestHasNoTools() throws Exception {
    serve(
        ModelAnswer.calls().call("c1", "book", "{\"day\":\"monday\"}"),
        ModelAnswer.calls().call("c1", "book", "{\"day\":\"tuesday\"}"),
        ModelAnswer.calls().call("c1", "book", "{\"day\":\"friday\"}"),
        ModelAnswer.text("Three days are booked."));
    Brain brain = Models.brain(server).tools(new Desk()).build();
    try (VoiceCall call = VoiceCall.saying(brain, "Book three days.")) {
      assertThat(call.awaitReply().heard()).isEqualTo("Three days are booked.");
      assertThat(call.results())
          .containsExactly("booked monday", "booked tuesday", "booked friday");
      assertThat(server.exchanges().get(2).tools()).isNotEmpty();
      assertThat(server.exchanges().get(3).tools()).isEmpty();
    }
  }

  @Test
  void aSlowToolIsInterruptedAtItsDeadline() throws Exception {
    serve(
        ModelAnswer.calls().call("c1", "wait", "{\"why\":\"so\"}"),
        ModelAnswer.text("That took too long."));
    var desk = new Desk();
    Brain brain = Models.brain(server).tools(desk).toolDeadline(Duration.ofMillis(100)).build();
    try (VoiceCall call = VoiceCall.saying(brain, "Wait.")) {
      assertThat(call.awaitReply().heard()).isEqualTo("That took too long.");
      assertThat(call.results()).containsExactly("wait cancelled");
      assertThat(desk.interrupted.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  void whatWentWrongReachesTheModelInNeutralWords() throws Exception {
    serve(
        ModelAnswer.calls()
            .call("c1", "fail", "{}")
            .call("c2", "fly", "{}")
            .call("c3", "book", "{}")
            .call("c4", "book", "{\"day\":")
            .call("c5", "both", "{\"number\":\"many\"}"),
        ModelAnswer.text("That did not work."));
    Brain brain = Models.brain(server).tools(new Desk()).build();
    try (VoiceCall call = VoiceCall.saying(brain, "Try it.")) {
      call.awaitReply();
      assertThat(call.results().subList(0, 3))
          .containsExactly("fail failed", "fly unknown", "book needs day");
      assertThat(call.results().get(3)).startsWith("book needs valid arguments: this is no JSON");
      assertThat(call.results().get(4))
          .startsWith("both needs valid arguments: ")
          .contains("number");
      assertThat(server.exchanges().get(1).body()).doesNotContain("db.internal");
    }
  }

  @Test
  void anInterruptionEndsTheStreamAndNothingComesAfterIt() throws Exception {
    var long2000 = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      long2000.append("word").append(i).append(i % 10 == 9 ? ". " : " ");
    }
    serve(
        ModelAnswer.text(long2000.toString()).tokenEvery(Duration.ofMillis(5)),
        ModelAnswer.text("All right."));
    Brain brain = Models.brain(server).build();
    try (VoiceCall call = VoiceCall.saying(brain, "Tell me everything.")) {
      call.await(ReplyEvent.Text.class, each -> call.of(ReplyEvent.Text.class).size() > 4);
      ChatExchange exchange = server.await(1, LIMIT);
      call.session().interrupt();
      assertThat(exchange.awaitGone(LIMIT)).isTrue();
      assertThat(exchange.eventsSent()).isLessThan(2_000);
      ReplyEvent.Ended ended = call.awaitReply();
      assertThat(ended.outcome()).isEqualTo(ReplyOutcome.INTERRUPTED);
      call.session().text("user", "Thanks.");
      call.awaitReply(2);
      assertThat(server.exchanges().get(1).messages())
          .containsExactly(
              "system: You are kind.",
              "user: Tell me everything.",
              "assistant: " + ended.heard() + Messages.INTERRUPTED,
              "user: Thanks.");
    }
  }

  @Test
  void aCallThatIsCutWhileToolsRunLeavesAValidConversation() throws Exception {
    serve(
        ModelAnswer.calls()
            .call("c1", "book", "{\"day\":\"monday\"}")
            .call("c2", "wait", "{\"why\":\"so\"}"),
        ModelAnswer.text("All right."));
    Brain brain =
        Models.brain(server).tools(new Desk()).toolDeadline(Duration.ofSeconds(3)).build();
    try (VoiceCall call = VoiceCall.saying(brain, "Do it.")) {
      call.await(ToolEvent.Ended.class, each -> each.tool().equals("book"));
      call.session().text("user", "Never mind.");
      server.await(2, LIMIT);
      assertThat(server.exchanges().get(1).messages())
          .containsSubsequence(
              "assistant: [book {\"day\":\"monday\"}] [wait {\"why\":\"so\"}]",
              "tool: booked monday",
              "tool: wait is still running",
              "user: Never mind.");
      call.awaitReply();
    }
  }

  @Test
  void aRefusalIsTriedAgainAfterThePauseTheServerAsksFor() throws Exception {
    serve(
        ModelAnswer.status(429, "rate_limit_exceeded", Duration.ofSeconds(1)),
        ModelAnswer.status(500, "server_error"),
        ModelAnswer.text("Here I am."));
    Brain brain = Models.brain(server).build();
    try (VoiceCall call = VoiceCall.saying(brain, "Hello?")) {
      assertThat(call.awaitReply().heard()).isEqualTo("Here I am.");
      assertThat(call.of(SessionEvent.Failure.class))
          .extracting(SessionEvent.Failure::message)
          .containsExactly(
              "the model's server answered with status 429 (scripted, rate_limit_exceeded)",
              "the model's server answered with status 500 (scripted, server_error)");
      var failed = call.of(SessionEvent.Failure.class).get(0);
      var again = call.of(ReplyEvent.Asked.class).get(1);
      assertThat(again.at().minus(failed.at())).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void theNextBrainAnswersWhenTheFirstIsOutOfMoneyOrSilent() throws Exception {
    try (var poor = ScriptedOpenAi.answering(ModelAnswer.status(429, "insufficient_quota"));
        var broken = ScriptedOpenAi.answering(ModelAnswer.status(401, "invalid_api_key"))) {
      serve(ModelAnswer.text("The third answers."));
      Brain brain =
          Brain.withFallback(
              Models.brain(poor).build(),
              Models.brain(broken).build(),
              Models.brain(server).build());
      try (VoiceCall call = VoiceCall.saying(brain, "Hello?")) {
        assertThat(call.awaitReply().heard()).isEqualTo("The third answers.");
        assertThat(poor.exchanges()).hasSize(1);
        assertThat(broken.exchanges()).hasSize(1);
      }
    }
  }

  @Test
  void aBudgetThatIsSpentEndsTheCallPolitely() throws Exception {
    serve(ModelAnswer.text("That was dear.").usage(500, 0, 400));
    Brain brain =
        Models.brain(server)
            .prices(Prices.builder().model("test", 1_000, 100, 1_000).build())
            .budget(SessionBudget.cost(1.5).farewell("I have to go. Goodbye!"))
            .build();
    try (VoiceCall call = VoiceCall.saying(brain, "Hello?")) {
      assertThat(call.awaitReply().heard()).isEqualTo("That was dear.");
      assertThat(call.of(SessionEvent.Measured.class))
          .anySatisfy(
              each -> {
                assertThat(each.metric()).isEqualTo("langchain4j.session.cost");
                assertThat(each.value()).isEqualTo(0.9);
              });
      call.session().text("user", "And now?");
      assertThat(call.awaitReply(2).heard()).isEqualTo("I have to go. Goodbye!");
      assertThat(call.session().awaitClosed(LIMIT)).isTrue();
      assertThat(call.of(SessionEvent.Closed.class).get(0).reason()).contains("budget");
      assertThat(server.exchanges()).hasSize(1);
    }
  }

  @Test
  void aGuardStopsAnAnswerBeforeItIsSpoken() throws Exception {
    serve(
        ModelAnswer.text("Sure. The password is swordfish, and there is more. Much more.")
            .tokenEvery(Duration.ofMillis(5)));
    Brain brain =
        Models.brain(server)
            .outputGuard(
                OutputGuard.forbidding(
                    java.util.regex.Pattern.compile("password is \\w+"),
                    30,
                    "But I cannot tell that."))
            .build();
    try (VoiceCall call = VoiceCall.saying(brain, "What is it?")) {
      assertThat(call.awaitReply().heard())
          .doesNotContain("swordfish")
          .endsWith("But I cannot tell that.");
      assertThat(server.exchanges().get(0).awaitGone(LIMIT)).isTrue();
      assertThat(call.session().conversation())
          .filteredOn(ConversationItem.AgentSpeech.class::isInstance)
          .extracting(each -> ((ConversationItem.AgentSpeech) each).text())
          .noneMatch(text -> text.contains("swordfish"));
    }
  }

  @Test
  void noToolRunsForATurnThatIsNotOver() throws Exception {
    serve(
        ModelAnswer.calls().call("c1", "book", "{\"day\":\"monday\"}"),
        ModelAnswer.text("It is booked."));
    var desk = new Desk();
    Brain brain = Models.brain(server).tools(desk).build();
    var sound =
        dev.parley.testkit.Sound.at(Duration.ofMillis(50))
            .says("Book monday.")
            .lasts(Duration.ofMillis(1_500))
            .interim(Duration.ofMillis(100), "Book monday.")
            .finalAfter(Duration.ofMillis(50))
            .endOfTurn(Duration.ofMillis(50))
            .build();
    try (VoiceCall call = VoiceCall.of(brain, sound)) {
      call.awaitReply();
      assertThat(call.of(ReplyEvent.Promoted.class)).hasSize(1);
      var promoted = call.of(ReplyEvent.Promoted.class).get(0);
      var started = call.of(ToolEvent.Started.class);
      assertThat(started).hasSize(1);
      assertThat(started.get(0).at()).isGreaterThanOrEqualTo(promoted.at());
      assertThat(List.copyOf(desk.callers)).hasSize(1);
    }
  }
}
