package dev.parley.brain.langchain4j;

import static dev.parley.brain.langchain4j.Models.ask;
import static dev.parley.brain.langchain4j.Models.request;
import static dev.parley.brain.langchain4j.Models.said;
import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.CloseReason;
import dev.parley.spi.ReplyStream;
import dev.parley.testkit.RecordingReplyListener;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a reply when the server, the connection or the model fails, or is not wanted. */
class FailureTest {
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofMillis(150);

  private @Nullable ScriptedOpenAi server;

  private ScriptedOpenAi serve(ModelAnswer answer) {
    server = ScriptedOpenAi.answering(answer);
    return server;
  }

  @AfterEach
  void closeServer() {
    if (server != null) {
      server.close();
    }
  }

  private static AgentException error(RecordingReplyListener heard) {
    return heard.log().awaitClosed().error().orElseThrow();
  }

  private RecordingReplyListener asked(ModelAnswer answer) {
    return asked(answer, LIMIT, LIMIT);
  }

  private RecordingReplyListener asked(ModelAnswer answer, Duration first, Duration between) {
    LangChain4jBrain brain = Models.brain(serve(answer)).timeouts(first, between).build();
    return ask(brain, request(said("Tell me a secret.")).build());
  }

  @ParameterizedTest
  @CsvSource({
    "400, invalid_request_error, BAD_REQUEST, false",
    "401, invalid_api_key, AUTHENTICATION, false",
    "403, forbidden, AUTHENTICATION, false",
    "404, model_not_found, BAD_REQUEST, false",
    "408, timeout, TIMEOUT, true",
    "429, rate_limit_exceeded, RATE_LIMITED, true",
    "429, insufficient_quota, QUOTA, false",
    "500, server_error, SERVER, true",
    "503, overloaded, SERVER, true",
    "504, gateway_timeout, TIMEOUT, true"
  })
  void aStatusTellsWhetherItIsWorthTryingAgain(
      int status, String code, ErrorKind kind, boolean retryable) {
    AgentException error = error(asked(ModelAnswer.status(status, code)));
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error.isRetryable()).isEqualTo(retryable);
    assertThat(error).hasMessageContaining("status " + status).hasMessageContaining(code);
    assertThat(error).hasMessageNotContaining("secret").hasNoCause();
  }

  @Test
  void theServersWishForAPauseIsKept() {
    AgentException error =
        error(asked(ModelAnswer.status(429, "rate_limit_exceeded", Duration.ofSeconds(7))));
    assertThat(error.retryAfter()).contains(Duration.ofSeconds(7));
  }

  private static AgentException refused(String status, String header) {
    try (var raw =
        RawServer.answering("HTTP/1.1 " + status + "\r\n" + header + "\r\n\r\n<p>secret")) {
      return error(
          ask(
              LangChain4jBrain.builder().model(Models.streaming(raw.url())).build(),
              request(said("Hello.")).build()));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'retry-after: Wed, 21 Oct 2026 07:28:07 GMT\\r\\ndate: Wed, 21 Oct 2026 07:28:00 GMT', 7000",
    "retry-after: 1.5, 1500",
    "retry-after-ms: 250.0, 250"
  })
  void aPauseIsHeardInEachForm(String header, long millis) {
    String lines = header.replace("\\r\\n", "\r\n");
    assertThat(refused("429 Too Many Requests", lines).retryAfter())
        .contains(Duration.ofMillis(millis));
  }

  @Test
  void aPauseUntilAMomentThatIsOverIsNone() {
    assertThat(refused("503 Busy", "retry-after: Wed, 21 Oct 2015 07:28:00 GMT").retryAfter())
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"404 Not Found", "301 Moved", "405 Method Not Allowed"})
  void aServerWithoutModelsMayBeTheWrongOne(String status) {
    assertThat(refused(status, "content-type: text/html"))
        .hasMessageContaining("check the base URL")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aBlockingModelThatReturnsNullHasFailed() {
    ChatModel nothing =
        new ChatModel() {
          @Override
          @SuppressWarnings("NullAway") // what it must not
          public ChatResponse doChat(ChatRequest request) {
            return null;
          }
        };
    LangChain4jBrain brain = LangChain4jBrain.builder().model(nothing).build();
    assertThat(error(ask(brain, request(said("Hello.")).build())).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void aServerThatIsNotThereIsAFailureOfTheNetwork() {
    serve(ModelAnswer.text("Hello."));
    LangChain4jBrain brain = Models.brain(server).build();
    server.close();
    AgentException error = error(ask(brain, request(said("Hello.")).build()));
    assertThat(error.kind()).isEqualTo(ErrorKind.NETWORK);
    assertThat(error).hasMessageContaining("check the base URL");
  }

  @Test
  void aConnectionThatIsHungUpIsAFailureOfTheNetwork() {
    assertThat(error(asked(ModelAnswer.hangUp())).kind()).isEqualTo(ErrorKind.NETWORK);
  }

  @Test
  void aModelWithoutASignOfLifeIsGivenUp() throws Exception {
    RecordingReplyListener heard =
        asked(ModelAnswer.text("Late.").firstTokenAfter(Duration.ofDays(1)), SHORT, LIMIT);
    assertThat(error(heard).kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(error(heard)).hasMessageContaining("no sign within 150 ms");
    assertThat(server.exchanges().get(0).awaitGone(LIMIT)).isTrue();
  }

  @Test
  void aModelThatFallsSilentIsGivenUp() throws Exception {
    RecordingReplyListener heard = asked(ModelAnswer.text("One two three ").stall(), LIMIT, SHORT);
    assertThat(error(heard).kind()).isEqualTo(ErrorKind.TIMEOUT);
    assertThat(error(heard)).hasMessageContaining("mid-answer");
    assertThat("One two three ").startsWith(heard.text());
    assertThat(server.exchanges().get(0).awaitGone(LIMIT)).isTrue();
  }

  @Test
  void aStreamThatIsCutOffDoesNotPassForComplete() {
    assertThat(error(asked(ModelAnswer.text("One two ").cut())).kind())
        .isEqualTo(ErrorKind.NETWORK);
  }

  @Test
  void aStreamThatEndsWithoutItsLastChunkDoesNotPassForComplete() {
    AgentException error = error(asked(ModelAnswer.text("One two ").endEarly()));
    assertThat(error.kind()).isEqualTo(ErrorKind.NETWORK);
    assertThat(error.isRetryable()).isTrue();
  }

  @Test
  void noToolRunsWhenTheStreamIsCutAfterItsCall() {
    RecordingReplyListener heard =
        asked(ModelAnswer.calls().call("c1", "book", "{\"day\":1}").endEarly());
    assertThat(error(heard).kind()).isEqualTo(ErrorKind.NETWORK);
    assertThat(heard.toolCalls()).isEmpty();
  }

  @Test
  void garbageIsAFailureOfTheProtocol() {
    assertThat(error(asked(ModelAnswer.text("One ").garbage("{<html>").and("two"))).kind())
        .isEqualTo(ErrorKind.PROTOCOL);
  }

  @Test
  void anAnswerThatHasNoRoomToBeginIsAFailure() {
    AgentException error = error(asked(ModelAnswer.calls().finish("length")));
    assertThat(error.kind()).isEqualTo(ErrorKind.BAD_REQUEST);
    assertThat(error).hasMessageContaining("raise its limit of output tokens");
  }

  @Test
  void anAnswerThatIsCutAtItsLengthIsSpokenAsFarAsItGoes() {
    RecordingReplyListener heard = asked(ModelAnswer.text("One two").finish("length"));
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(heard.text()).isEqualTo("One two");
  }

  @ParameterizedTest
  @ValueSource(strings = {"length", "content_filter"})
  void noToolRunsForAnAnswerThatIsCutOff(String reason) {
    ModelAnswer cut = ModelAnswer.calls().call("c1", "book", "{\"day\":1}").finish(reason);
    RecordingReplyListener heard = asked(cut);
    assertThat(heard.toolCalls()).isEmpty();
    assertThat(error(heard).kind()).isEqualTo(ErrorKind.BAD_REQUEST);
    assertThat(error(heard)).hasMessageContaining("none of the tools runs");
  }

  @Test
  void whatWasSpokenBeforeACallThatIsCutOffStays() {
    RecordingReplyListener heard =
        asked(ModelAnswer.text("One moment. ").call("c1", "book", "{\"day\":1}").finish("length"));
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(heard.text()).isEqualTo("One moment. ");
    assertThat(heard.toolCalls()).isEmpty();
    assertThat(heard.log().calls()).contains("error");
  }

  @Test
  void callsAloneAreNoAnswerOnceNoMoreToolsAreOffered() {
    serve(ModelAnswer.calls().call("c1", "book", "{}"));
    RecordingReplyListener heard =
        ask(Models.brain(server).build(), request(said("Book.")).number(1, 3).build());
    assertThat(heard.toolCalls()).isEmpty();
    assertThat(error(heard).isRetryable()).isTrue();
    assertThat(error(heard)).hasMessageContaining("none are offered any more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n "})
  void anAnswerWithNothingInItIsWorthTryingAgain(String text) {
    AgentException error = error(asked(ModelAnswer.text(text)));
    assertThat(error.isRetryable()).isTrue();
    assertThat(error).hasMessageContaining("answered nothing");
  }

  @Test
  void aRequestThatIsAbandonedBeforeItsFirstTokenEndsAtOnce() throws Exception {
    serve(ModelAnswer.text("Late.").firstTokenAfter(Duration.ofDays(1)));
    assertAbandoned(Models.brain(server).build());
  }

  @Test
  void aBlockingModelsRequestIsAbandonedToo() throws Exception {
    // It is answered as a stream, which a blocking client waits for to its end.
    serve(ModelAnswer.text("Late.").firstTokenAfter(Duration.ofDays(1)));
    assertAbandoned(LangChain4jBrain.builder().model(Models.blocking(server)).build());
  }

  private void assertAbandoned(LangChain4jBrain brain) throws InterruptedException {
    var heard = new RecordingReplyListener();
    ReplyStream reply = brain.open(request(said("Hello.")).build(), heard);
    var exchange = server.await(1, LIMIT);
    reply.close();
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.CANCELLED);
    assertThat(exchange.awaitGone(LIMIT)).isTrue();
    assertThat(heard.log().calls()).containsExactly("closed");
  }

  @Test
  void withAnotherHttpClientARequestEndsAtItsNextToken() throws Exception {
    serve(ModelAnswer.text("a b c d e f g h i j k l m n o p").tokenEvery(Duration.ofMillis(100)));
    LangChain4jBrain brain = LangChain4jBrain.builder().model(Models.plain(server)).build();
    var texts = new CountDownLatch(1);
    var heard = new RecordingReplyListener();
    heard.log().onNext("text", texts::countDown);
    ReplyStream reply = brain.open(request(said("Hello.")).build(), heard);
    assertThat(texts.await(LIMIT.toSeconds(), TimeUnit.SECONDS)).isTrue();
    reply.close();
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.CANCELLED);
    assertThat(server.exchanges().get(0).awaitGone(LIMIT)).isTrue();
  }

  @Test
  void manyAbandonedRequestsLeaveNoConnectionBehind() throws Exception {
    serve(ModelAnswer.text("One two three four five six").tokenEvery(Duration.ofMillis(20)));
    LangChain4jBrain brain = Models.brain(server).build();
    for (int i = 1; i <= 20; i++) {
      var heard = new RecordingReplyListener();
      ReplyStream reply = brain.open(request(said("Hello.")).build(), heard);
      var exchange = server.await(i, LIMIT);
      reply.close();
      assertThat(exchange.awaitOver(LIMIT)).isTrue();
    }
    assertThat(server.exchanges()).hasSize(20);
  }

  @Test
  void completeAnswersShareAConnection() {
    LangChain4jBrain brain = Models.brain(serve(ModelAnswer.text("Hello."))).build();
    for (int i = 0; i < 5; i++) {
      ask(brain, request(said("Hello.")).build());
    }
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void whatTheAnswerCostIsToldWithTheCachedPart() {
    RecordingReplyListener heard = asked(ModelAnswer.text("One two.").usage(100, 60, 7));
    assertThat(heard.usages()).containsExactly(new dev.parley.spi.Usage(100, 60, 7));
  }
}
