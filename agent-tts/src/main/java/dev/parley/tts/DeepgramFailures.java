package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.Headers;
import okhttp3.Response;

/** What Deepgram's errors mean: their codes stand in messages and in the reasons of closes. */
final class DeepgramFailures {
  private static final Pattern CODE = Pattern.compile("(MESSAGE|DATA|BIG|NET)-\\d{4}");

  private final Failures failures;

  DeepgramFailures(Failures failures) {
    this.failures = failures;
  }

  /** An error message on a socket; the close follows. */
  AgentException inBand(JsonNode message) {
    String code = Json.text(message, "code", "err_code");
    String text = Json.text(message, "description", "err_msg");
    return failures.told(kindOf(code), "the vendor reports " + code, text);
  }

  AgentException ending(Ending ending) {
    if (ending.status() > 0) {
      return refused(ending.status(), ending.headers(), ending.text());
    }
    if (ending.cause() != null) {
      return failures.network(ending.cause());
    }
    boolean serverError = ending.code() == 1011 && !CODE.matcher(ending.text()).find();
    return failures.told(
        serverError ? ErrorKind.SERVER : kindOf(ending.text()),
        "the vendor closed the connection with code " + ending.code(),
        ending.text());
  }

  AgentException refused(Response response) throws IOException {
    return refused(
        response.code(), response.headers(), response.peekBody(HttpVoice.LONGEST_REFUSAL).string());
  }

  private AgentException refused(int status, Headers headers, String body) {
    JsonNode parsed = Objects.requireNonNullElse(Json.parse(body), Json.object());
    String code = Json.text(parsed, "err_code");
    String text = Json.text(parsed, "err_msg");
    String id = Objects.requireNonNullElse(headers.get("dg-request-id"), "none");
    return failures.told(
        Failures.kindOf(status, code),
        "the vendor refuses request " + id + " with status " + status + " " + code,
        text.isEmpty() ? headers.get("dg-error") : text);
  }

  private static ErrorKind kindOf(String text) {
    Matcher matcher = CODE.matcher(text);
    return switch (matcher.find() ? matcher.group() : "") {
      case "DATA-0001" -> ErrorKind.RATE_LIMITED; // too many characters a minute
      case "NET-0000", "NET-0002" -> ErrorKind.SERVER;
      case "NET-0001", "NET-0003", "NET-0004", "" -> ErrorKind.NETWORK; // age and idle limits
      default -> ErrorKind.BAD_REQUEST;
    };
  }
}
