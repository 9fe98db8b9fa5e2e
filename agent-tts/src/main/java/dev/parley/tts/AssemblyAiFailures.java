package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.time.Duration;

/** What AssemblyAI's errors mean: the type decides, then the code, which the close repeats. */
final class AssemblyAiFailures {
  private static final double NANOS = 1e9;

  private final Failures failures;

  AssemblyAiFailures(Failures failures) {
    this.failures = failures;
  }

  /** An error message; the close follows. */
  AgentException inBand(JsonNode message) {
    String type = Json.text(message, "error_type");
    int code = message.path("error_code").asInt();
    JsonNode wait = Json.first(message, "retry_after_seconds");
    return failures.told(
        kindOf(type, code),
        "the vendor reports " + code + " " + type,
        Json.text(message, "error"),
        wait == null ? null : Duration.ofNanos(Math.round(wait.asDouble() * NANOS)));
  }

  AgentException ending(Ending ending) {
    if (ending.status() > 0) {
      return failures.told(
          Failures.kindOf(ending.status()),
          "the vendor refuses the connection with status " + ending.status(),
          ending.text());
    }
    return ending.cause() != null
        ? failures.network(ending.cause())
        : failures.told(
            kindOf("", ending.code()),
            "the vendor closed the connection with code " + ending.code(),
            ending.text());
  }

  private static ErrorKind kindOf(String type, int code) {
    return switch (type) {
      case "unauthorized" -> ErrorKind.AUTHENTICATION;
      case "insufficient_funds" -> ErrorKind.QUOTA;
      case "invalid_parameter", "invalid_message", "invalid_request" -> ErrorKind.BAD_REQUEST;
      case "rate_limited", "at_capacity", "input_rate_exceeded" -> ErrorKind.RATE_LIMITED;
      case "inactivity_timeout", "session_expired", "service_restart" -> ErrorKind.NETWORK;
      case "auth_unavailable", "upstream_unavailable", "voice_service_unavailable" ->
          ErrorKind.SERVER;
      default -> kindOf(code);
    };
  }

  private static ErrorKind kindOf(int code) {
    return switch (code) {
      case 1008 -> ErrorKind.AUTHENTICATION;
      case 1009, 3006, 3010 -> ErrorKind.BAD_REQUEST;
      case 3005, 1011 -> ErrorKind.SERVER;
      case 3009 -> ErrorKind.RATE_LIMITED;
      default -> ErrorKind.NETWORK; // age limits, restarts, and whatever else cuts a connection
    };
  }
}
