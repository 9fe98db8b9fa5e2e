package dev.parley.brain.langchain4j;

import static dev.parley.brain.langchain4j.RawServer.DONE;
import static dev.parley.brain.langchain4j.RawServer.EVENTS;
import static dev.parley.brain.langchain4j.RawServer.chunk;
import static dev.parley.brain.langchain4j.RawServer.finish;
import static dev.parley.brain.langchain4j.RawServer.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.ToolCall;
import dev.parley.spi.CloseReason;
import dev.parley.testkit.RecordingReplyListener;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of the bytes of servers that speak OpenAI's protocol in their own way. */
class WireTest {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private static RecordingReplyListener asked(RawServer server) {
    try (server) {
      LangChain4jBrain brain =
          LangChain4jBrain.builder()
              .model(Models.streaming(server.url()))
              .timeouts(LIMIT, LIMIT)
              .build();
      return Models.ask(brain, Models.request(Models.said("My secret.")).build());
    }
  }

  private static RecordingReplyListener asked(String... parts) {
    return asked(RawServer.answering(parts));
  }

  private static void assertComplete(RecordingReplyListener heard, String text) {
    assertThat(heard.log().awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(heard.text()).isEqualTo(text);
  }

  private static AgentException error(RecordingReplyListener heard) {
    return heard.log().awaitClosed().error().orElseThrow();
  }

  private static String call(int index, String id, String name, String arguments) {
    return chunk(
        "\"tool_calls\":[{\"index\":"
            + index
            + (id.isEmpty() ? "" : ",\"id\":\"" + id + "\",\"type\":\"function\"")
            + ",\"function\":{"
            + (name.isEmpty() ? "" : "\"name\":\"" + name + "\",")
            + "\"arguments\":\""
            + arguments.replace("\"", "\\\"")
            + "\"}}]",
        "null");
  }

  private static String calls(RecordingReplyListener heard) {
    StringBuilder calls = new StringBuilder();
    for (ToolCall call : heard.toolCalls()) {
      calls.append(call.tool()).append(' ').append(call.argumentsText()).append(';');
    }
    return calls.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"eos", "eos_token", "end_turn", "STOP", "weird"})
  void anyReasonToFinishIsAnEnd(String reason) {
    assertComplete(asked(EVENTS, text("Hi "), text("you."), finish(reason), DONE), "Hi you.");
  }

  @Test
  void doneIsAnEndWithoutAReasonToo() {
    assertComplete(asked(EVENTS, text("Hi "), text("you."), DONE), "Hi you.");
    assertThat(calls(asked(EVENTS, call(0, "c1", "book", "{}"), DONE))).isEqualTo("book {};");
  }

  @ParameterizedTest
  @ValueSource(strings = {"error", "abort", "insufficient_system_resource"})
  void aReasonThatTellsOfAFailureIsOne(String reason) {
    AgentException error = error(asked(EVENTS, text("Hi "), finish(reason), DONE));
    assertThat(error.kind()).isEqualTo(ErrorKind.SERVER);
    assertThat(error).hasMessageContaining(reason);
  }

  @Test
  void doneIsTheEndThoughTheBodyStaysOpen() {
    assertComplete(asked(RawServer.leavingOpen(EVENTS, text("Hi."), finish("stop"), DONE)), "Hi.");
  }

  @Test
  void nothingIsSpokenAfterDone() {
    assertComplete(asked(EVENTS, text("Hi."), finish("stop"), DONE, text(" Ghost."), DONE), "Hi.");
  }

  @Test
  void aPageForPeopleIsNoAnswer() {
    AgentException error =
        error(asked("HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=utf-8\r\n\r\n<p>secret"));
    assertThat(error.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(error).hasMessageContaining("text/html").hasMessageContaining("base URL");
    assertThat(error).hasMessageNotContaining("secret").hasNoCause();
  }

  @Test
  void anAnswerInOnePieceIsNoStream() {
    AgentException error =
        error(
            asked(
                "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n",
                "{\"choices\":[{\"message\":{\"content\":\"secret\"}}]}"));
    assertThat(error.kind()).isEqualTo(ErrorKind.PROTOCOL);
    assertThat(error).hasMessageContaining("application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "insufficient_quota, insufficient_quota, QUOTA",
    "server_error, overloaded, SERVER",
    "rate_limit_error, rate_limit_exceeded, RATE_LIMITED",
    "invalid_request_error, context_length_exceeded, BAD_REQUEST",
    "invalid_request_error, invalid_api_key, AUTHENTICATION",
    "BadRequestError, 400, BAD_REQUEST",
    "'', 429, RATE_LIMITED",
    "'', '', SERVER"
  })
  void anErrorWithinAnAnswerHasItsOwnKind(String type, String code, ErrorKind kind) {
    String body =
        "{\"error\":{\"message\":\"my secret\",\"type\":\""
            + type
            + "\",\"code\":\""
            + code
            + "\"}}";
    String event = "data: " + body + "\n\n";
    assertTold(error(asked(EVENTS, event, DONE)), kind, code);
    assertTold(error(asked(EVENTS, text("Hi "), event, DONE)), kind, code);
    assertTold(error(asked(EVENTS, "event: error\n", event)), kind, code);
  }

  private static void assertTold(AgentException error, ErrorKind kind, String code) {
    assertThat(error.kind()).isEqualTo(kind);
    assertThat(error).hasMessageContaining(code).hasMessageNotContaining("secret").hasNoCause();
  }

  @Test
  void anErrorInOnePieceHasItsOwnKind() {
    String body = "{\"error\":{\"message\":\"secret\",\"code\":\"insufficient_quota\"}}";
    assertTold(
        error(asked("HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n\r\n", body)),
        ErrorKind.QUOTA,
        "insufficient_quota");
  }

  @Test
  void piecesOfSeveralCallsAreSorted() {
    assertThat(
            calls(
                asked(
                    EVENTS,
                    call(0, "c1", "book", ""),
                    call(1, "c2", "fly", ""),
                    call(0, "", "", "{\"a\":"),
                    call(1, "", "", "{\"b\":"),
                    call(0, "", "", "1}"),
                    call(1, "", "", "2}"),
                    finish("tool_calls"),
                    DONE)))
        .isEqualTo("book {\"a\":1};fly {\"b\":2};");
  }

  @Test
  void callsThatAllHaveTheSameIndexAreToldApartByTheirIds() {
    assertThat(
            calls(
                asked(
                    EVENTS,
                    call(0, "c1", "book", "{\"a\""),
                    call(0, "", "", ":1}"),
                    call(0, "c2", "fly", ""),
                    call(0, "c2", "fly", "{}"),
                    finish("tool_calls"),
                    DONE)))
        .isEqualTo("book {\"a\":1};fly {};");
  }

  @Test
  void aCallWithoutANameIsACallOfSomethingUnknown() {
    assertThat(calls(asked(EVENTS, call(0, "c1", "", "{}"), finish("tool_calls"), DONE)))
        .isEqualTo("unnamed {};");
  }

  @Test
  void aRefusalIsSpoken() {
    assertComplete(
        asked(EVENTS, chunk("\"refusal\":\"I cannot.\"", "null"), finish("stop"), DONE),
        "I cannot.");
  }
}
