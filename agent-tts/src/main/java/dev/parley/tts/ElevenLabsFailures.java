package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.io.IOException;
import java.util.Locale;
import java.util.Objects;
import okhttp3.Response;

/**
 * What ElevenLabs' errors mean. Close code 1008 covers faults of ours, limits, time-outs and plain
 * trouble of theirs, so the machine word decides, then the text.
 */
final class ElevenLabsFailures {
  private final Failures failures;

  ElevenLabsFailures(Failures failures) {
    this.failures = failures;
  }

  /** An error object on a socket; the close frame follows. */
  AgentException inBand(JsonNode message) {
    String word = Json.text(message, "error");
    String text = Json.text(message, "message");
    return failures.told(kindOf(word, text), "the vendor reports " + word, text);
  }

  AgentException ending(Ending ending) {
    if (ending.status() > 0) {
      return refused(ending.status(), ending.text());
    }
    if (ending.cause() != null) {
      return failures.network(ending.cause());
    }
    String what = "the vendor closed the connection with code " + ending.code();
    ErrorKind kind = ending.code() == 1008 ? kindOf("", ending.text()) : ErrorKind.NETWORK;
    return failures.told(kind, what, ending.text());
  }

  AgentException refused(Response response) throws IOException {
    return refused(response.code(), response.peekBody(HttpVoice.LONGEST_REFUSAL).string());
  }

  private AgentException refused(int status, String body) {
    JsonNode parsed = Json.parse(body);
    JsonNode detail = parsed == null ? Json.object() : parsed.path("detail");
    String word = Json.text(detail, "code", "status", "type");
    String text = detail.isTextual() ? detail.asText() : Json.text(detail, "message");
    return failures.told(
        kindOf(status, word), "the vendor refuses with status " + status + " " + word, text);
  }

  private static ErrorKind kindOf(int status, String word) {
    return switch (word) {
      case "max_character_limit_exceeded", "voice_not_found" -> ErrorKind.BAD_REQUEST;
      case "too_many_concurrent_requests", "system_busy" -> ErrorKind.RATE_LIMITED;
      default -> Failures.kindOf(status, word);
    };
  }

  private static ErrorKind kindOf(String word, String text) {
    String all = (word + " " + Objects.requireNonNullElse(text, "")).toLowerCase(Locale.ROOT);
    if (Failures.isAboutMoney(word)) {
      return ErrorKind.QUOTA;
    }
    if (all.contains("unusual_activity") || all.contains("api_key") || all.contains("api key")) {
      return ErrorKind.AUTHENTICATION;
    }
    if (all.contains("simultaneous") || all.contains("max_") || all.contains("concurrent")) {
      return ErrorKind.RATE_LIMITED;
    }
    boolean ours = all.contains("voice_not_found") || all.contains("settings");
    return ours ? ErrorKind.BAD_REQUEST : ErrorKind.SERVER;
  }
}
