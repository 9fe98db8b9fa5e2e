package dev.parley.stt.assemblyai;

import static dev.parley.stt.assemblyai.Verdict.Retry.BACKOFF;
import static dev.parley.stt.assemblyai.Verdict.Retry.NEVER;
import static dev.parley.stt.assemblyai.Verdict.Retry.NOW;
import static dev.parley.stt.assemblyai.Verdict.Retry.ONCE;
import static dev.parley.stt.assemblyai.Verdict.Retry.ONCE_WITHOUT_BACKLOG;
import static dev.parley.stt.assemblyai.Verdict.Retry.ONCE_WITH_NEW_TOKEN;
import static dev.parley.stt.assemblyai.Verdict.Retry.SLOWLY;
import static dev.parley.stt.assemblyai.Verdict.Retry.WITH_AUDIO;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.time.Duration;
import java.util.Locale;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What the vendor's close codes and HTTP statuses mean.
 *
 * <p>Codes alone do not tell: two pages of the vendor's disagree which code a full account gets,
 * and one code stands for a wrong key, an empty account and too many sessions. So texts are read
 * too.
 */
final class CloseCodes {
  /** The connection was lost without a close frame. */
  static final int LOST = 1006;

  private static final int REQUEST_TIMEOUT = 408;
  private static final int GONE = 410;
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int PAYMENT_REQUIRED = 402;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final String SET_THE_KEY = "set ASSEMBLYAI_API_KEY to a valid key of the account";

  private CloseCodes() {}

  /**
   * Judges the end of a session.
   *
   * @param text of the error message, or else the reason of the close; without secrets
   * @param renews whether another try has another token
   */
  static Verdict judge(int code, String text, boolean renews) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (lower.contains("too many concurrent sessions")) {
      return verdict(
          code,
          ErrorKind.RATE_LIMITED,
          SLOWLY,
          text,
          "raise the account's limit of sessions or start fewer at once");
    }
    return switch (code) {
      case 1000 ->
          verdict(code, ErrorKind.SERVER, NOW, text, "the server ended the session unasked");
      case 1001 -> verdict(code, ErrorKind.SERVER, NOW, text, "the server restarts");
      case LOST ->
          verdict(code, ErrorKind.NETWORK, BACKOFF, text, "check the network if it goes on");
      case 1008 -> refused(code, text, lower, renews);
      case 1009 ->
          verdict(
              code,
              ErrorKind.INTERNAL,
              NEVER,
              text,
              "a message was too long; shorten messageDuration and report this");
      case 1011, 1012, 1013 ->
          verdict(
              code,
              ErrorKind.SERVER,
              BACKOFF,
              text,
              "the server is overloaded or failed to start the session");
      case 3005 -> verdict(code, ErrorKind.SERVER, BACKOFF, text, "the server failed");
      case 3006 -> invalid(code, text, lower);
      case 3007 -> wrongAudio(code, text, lower);
      case 3008 ->
          verdict(code, ErrorKind.SERVER, NOW, text, "the session reached its longest duration");
      case 3009 ->
          verdict(
              code,
              ErrorKind.RATE_LIMITED,
              SLOWLY,
              text,
              "raise the account's limit of sessions or start fewer at once");
      case GONE ->
          verdict(
              code,
              ErrorKind.BAD_REQUEST,
              NEVER,
              text,
              "the base URL leads to a retired API; use wss://streaming.assemblyai.com");
      default -> older(code, text);
    };
  }

  private static Verdict refused(int code, String text, String lower, boolean renews) {
    if (lower.contains("expired") && renews) {
      return verdict(
          code,
          ErrorKind.AUTHENTICATION,
          ONCE_WITH_NEW_TOKEN,
          text,
          "the token expired before it was used");
    }
    if (lower.matches(".*(balance|credit|fund|payment|billing|quota).*")) {
      return verdict(code, ErrorKind.QUOTA, NEVER, text, "add funds to the AssemblyAI account");
    }
    if (lower.matches(".*(api key|authoriz|expired|disabled|token|account).*")
        && !lower.contains("padding")) {
      return verdict(code, ErrorKind.AUTHENTICATION, NEVER, text, SET_THE_KEY);
    }
    return verdict(
        code, ErrorKind.AUTHENTICATION, ONCE, text, "check ASSEMBLYAI_API_KEY and the account");
  }

  private static Verdict invalid(int code, String text, String lower) {
    if (lower.contains("inactivity")) {
      return verdict(
          code,
          ErrorKind.SERVER,
          WITH_AUDIO,
          text,
          "nothing was sent for as long as inactivityTimeout");
    }
    return verdict(code, ErrorKind.BAD_REQUEST, NEVER, text, "correct the setting that it names");
  }

  private static Verdict wrongAudio(int code, String text, String lower) {
    if (lower.contains("rate exceeded") || lower.contains("backlog")) {
      return verdict(
          code,
          ErrorKind.BAD_REQUEST,
          ONCE_WITHOUT_BACKLOG,
          text,
          "audio was offered much faster than real time");
    }
    return verdict(
        code,
        ErrorKind.INTERNAL,
        NEVER,
        text,
        "a message had a length that is not allowed; report this");
  }

  /** The table of the API's second version, parts of which are still in the vendor's SDKs. */
  private static Verdict older(int code, String text) {
    return switch (code) {
      case 4001 -> verdict(code, ErrorKind.AUTHENTICATION, NEVER, text, SET_THE_KEY);
      case 4002 ->
          verdict(code, ErrorKind.QUOTA, NEVER, text, "add funds to the AssemblyAI account");
      case 4003 ->
          verdict(code, ErrorKind.QUOTA, NEVER, text, "streaming needs a paid AssemblyAI account");
      case 4008, 4031 -> verdict(code, ErrorKind.SERVER, NOW, text, "the session timed out");
      default ->
          code >= 4000
              ? verdict(
                  code, ErrorKind.BAD_REQUEST, NEVER, text, "see the vendor's list of close codes")
              : verdict(code, ErrorKind.SERVER, BACKOFF, text, "the server closed the connection");
    };
  }

  /** Judges a session that did not begin in time. */
  static Verdict noAnswer(String what, Duration timeout) {
    String message =
        "AssemblyAI gave no answer within "
            + timeout.toMillis()
            + " ms ("
            + what
            + "); check the network and the base URL if it goes on";
    return new Verdict(LOST, ErrorKind.TIMEOUT, BACKOFF, message, null);
  }

  /** Returns the failure of a stream whose last results did not come. */
  static AgentException unfinished(String session) {
    return new AgentException(
        ErrorKind.TIMEOUT,
        "AssemblyAI session "
            + session
            + " did not end in time after Terminate, so the last words may be missing;"
            + " raise finishTimeout if it goes on");
  }

  /** Judges an answer to the upgrade that refused it. */
  static Verdict refusedUpgrade(int status, @Nullable Duration retryAfter) {
    if (status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS || status >= 500) {
      ErrorKind kind = status == TOO_MANY_REQUESTS ? ErrorKind.RATE_LIMITED : ErrorKind.SERVER;
      return refused(status, kind, BACKOFF, "the server or a proxy is busy", retryAfter);
    }
    if (status == PAYMENT_REQUIRED) {
      return refused(status, ErrorKind.QUOTA, NEVER, "add funds to the AssemblyAI account", null);
    }
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      return refused(status, ErrorKind.AUTHENTICATION, NEVER, SET_THE_KEY, null);
    }
    return refused(status, ErrorKind.BAD_REQUEST, NEVER, "check the base URL", null);
  }

  private static Verdict refused(
      int status, ErrorKind kind, Verdict.Retry retry, String advice, @Nullable Duration after) {
    String message = "AssemblyAI refused the connection (HTTP " + status + "); " + advice;
    return new Verdict(status, kind, retry, message, after);
  }

  /** Returns the failure of minting a token. */
  static AgentException refusedToken(Response response, String body) {
    Verdict verdict = refusedUpgrade(response.code(), retryAfter(response));
    // Live, bad and missing keys came back as 422, which elsewhere is a bad request.
    ErrorKind kind = response.code() == 422 ? ErrorKind.AUTHENTICATION : verdict.kind();
    String message =
        "AssemblyAI minted no token (HTTP "
            + response.code()
            + ": "
            + body
            + "); check the API key";
    return new AgentException(kind, message, null, verdict.retry() != NEVER, verdict.retryAfter());
  }

  /** The seconds that a header asks to wait; null when it has none. */
  static @Nullable Duration retryAfter(Response response) {
    String seconds = response.header("Retry-After", "");
    boolean usable = seconds != null && seconds.matches("\\d{1,4}");
    return usable ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
  }

  private static Verdict verdict(
      int code, ErrorKind kind, Verdict.Retry retry, String text, String advice) {
    String what = text.isBlank() ? String.valueOf(code) : code + ": " + text;
    String message = "AssemblyAI ended the session (" + what + "); " + advice;
    return new Verdict(code, kind, retry, message, null);
  }
}
