package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Makes failures from what vendors say. Immutable, thread-safe.
 *
 * <p>Messages carry the vendor's own words, in one line and cut short, without the key.
 */
final class Failures {
  private static final int LONGEST_TEXT = 200;

  /** Words by which vendors say that money or credit is at an end, whatever the status. */
  private static final Pattern MONEY =
      Pattern.compile("quota|credit|insufficient_funds|spend_limit|usage_limit|balance|billing");

  private final String name;
  private final String key;

  /** Creates failures of the engine of this name, whose messages never show this key. */
  Failures(String name, String key) {
    this.name = name;
    this.key = key;
  }

  /** Tells which kind of failure an HTTP status is when nothing else is known. */
  static ErrorKind kindOf(int status) {
    return switch (status) {
      case 401, 403 -> ErrorKind.AUTHENTICATION;
      case 402 -> ErrorKind.QUOTA;
      case 408 -> ErrorKind.TIMEOUT;
      case 409 -> ErrorKind.SERVER;
      case 429 -> ErrorKind.RATE_LIMITED;
      default -> status >= 500 ? ErrorKind.SERVER : ErrorKind.BAD_REQUEST;
    };
  }

  /** Tells which kind of failure a status is, given the vendor's machine word for it. */
  static ErrorKind kindOf(int status, String word) {
    return isAboutMoney(word) ? ErrorKind.QUOTA : kindOf(status);
  }

  /** Whether a machine word says that money or credit is at an end. */
  static boolean isAboutMoney(String word) {
    return MONEY.matcher(word.toLowerCase(Locale.ROOT)).find();
  }

  /**
   * Returns a failure that the vendor told.
   *
   * @param what happened, in words of ours and codes of the vendor's
   * @param text the vendor's own words; null or empty: none
   */
  AgentException told(ErrorKind kind, String what, @Nullable String text) {
    return told(kind, what, text, null);
  }

  /** Returns a failure that the vendor told, with the pause that it asks for. */
  AgentException told(
      ErrorKind kind, String what, @Nullable String text, @Nullable Duration retryAfter) {
    String said = clean(text);
    String message = name + ": " + clean(what) + (said.isEmpty() ? "" : ": " + said);
    return new AgentException(kind, message, null, kind.isRetryable(), retryAfter);
  }

  /** Returns a failure of the connection. */
  AgentException network(Throwable cause) {
    // OkHttp's messages hold hosts and reasons, never headers or bodies.
    String why =
        cause instanceof IOException ? cause.getMessage() : cause.getClass().getSimpleName();
    return new AgentException(
        ErrorKind.NETWORK, name + ": the connection failed: " + clean(why), cause);
  }

  /** Returns the failure that text went in and no audio came out. */
  AgentException noAudio() {
    return new AgentException(
        ErrorKind.PROTOCOL, name + ": the vendor ended the text without any audio (no_audio)");
  }

  /** Returns the failure that nothing came in time. */
  AgentException timeout(String what, Duration after) {
    return new AgentException(
        ErrorKind.TIMEOUT, name + ": " + what + " within " + after.toMillis() + " ms");
  }

  /** Returns the failure that a cancel was not confirmed; another connection may do. */
  AgentException unconfirmed(Duration after) {
    return new AgentException(
        ErrorKind.NETWORK,
        name + ": the vendor did not confirm a cancel within " + after.toMillis() + " ms");
  }

  /** Returns the text in one line, without the key, cut to 200 characters. */
  String clean(@Nullable String text) {
    if (text == null) {
      return "";
    }
    String cleaned = key.isEmpty() ? text : text.replace(key, "[redacted]");
    cleaned = cleaned.replaceAll("\\p{Cntrl}+", " ").strip();
    return cleaned.length() <= LONGEST_TEXT ? cleaned : cleaned.substring(0, LONGEST_TEXT) + "…";
  }
}
