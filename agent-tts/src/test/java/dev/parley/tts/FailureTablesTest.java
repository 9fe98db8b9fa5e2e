package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What vendors' errors mean, by the words they use for them. */
class FailureTablesTest {
  private final Failures failures = new Failures("x", "the-key");
  private final ElevenLabsFailures elevenLabs = new ElevenLabsFailures(failures);
  private final DeepgramFailures deepgram = new DeepgramFailures(failures);
  private final AssemblyAiFailures assemblyAi = new AssemblyAiFailures(failures);

  private static Ending refused(int status, String body) {
    return Ending.refused(status, Headers.EMPTY, body);
  }

  @ParameterizedTest
  @CsvSource({
    "401, invalid_api_key, AUTHENTICATION",
    "401, detected_unusual_activity, AUTHENTICATION",
    "401, quota_exceeded, QUOTA",
    "401, voice_not_found, BAD_REQUEST",
    "400, max_character_limit_exceeded, BAD_REQUEST",
    "403, only_for_creator+, AUTHENTICATION",
    "422, value_error, BAD_REQUEST",
    "429, too_many_concurrent_requests, RATE_LIMITED",
    "429, system_busy, RATE_LIMITED",
    "500, '', SERVER"
  })
  void elevenLabsIsUnderstoodByTheWord(int status, String word, ErrorKind kind) {
    String body = "{\"detail\":{\"status\":\"" + word + "\",\"message\":\"m\"}}";
    assertThat(elevenLabs.ending(refused(status, body)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "Maximum simultaneous contexts for this connection exceeded (5), RATE_LIMITED",
    "voice settings cannot be changed, BAD_REQUEST",
    "Something went wrong, SERVER",
    "Your api key is not valid, AUTHENTICATION"
  })
  void elevenLabsClosesWith1008ForAnything(String reason, ErrorKind kind) {
    assertThat(elevenLabs.ending(Ending.closed(1008, reason)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "1003, MESSAGE-0000, BAD_REQUEST",
    "1008, DATA-0000, BAD_REQUEST",
    "1008, DATA-0001, RATE_LIMITED",
    "1009, BIG-0001, BAD_REQUEST",
    "1011, NET-0000, SERVER",
    "1011, NET-0001, NETWORK",
    "1011, NET-0002, SERVER",
    "1011, NET-0003, NETWORK",
    "1011, '', SERVER",
    "1000, '', NETWORK"
  })
  void deepgramIsUnderstoodByTheCode(int code, String reason, ErrorKind kind) {
    assertThat(deepgram.ending(Ending.closed(code, reason)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "401, INVALID_AUTH, AUTHENTICATION",
    "402, '', QUOTA",
    "413, PAYLOAD_TOO_LARGE, BAD_REQUEST",
    "429, TOO_MANY_REQUESTS, RATE_LIMITED",
    "503, '', SERVER"
  })
  void deepgramRefusesUpgrades(int status, String word, ErrorKind kind) {
    String body = "{\"err_code\":\"" + word + "\",\"err_msg\":\"m\"}";
    assertThat(deepgram.ending(refused(status, body)).kind()).isEqualTo(kind);
  }

  @ParameterizedTest
  @CsvSource({
    "1008, unauthorized, AUTHENTICATION",
    "1008, insufficient_funds, QUOTA",
    "3006, invalid_parameter, BAD_REQUEST",
    "3006, inactivity_timeout, NETWORK",
    "3008, session_expired, NETWORK",
    "3009, rate_limited, RATE_LIMITED",
    "3009, at_capacity, RATE_LIMITED",
    "3005, upstream_unavailable, SERVER",
    "1011, internal_error, SERVER",
    "1012, service_restart, NETWORK"
  })
  void assemblyAiIsUnderstoodByTheType(int code, String type, ErrorKind kind) {
    var message = Json.object().put("error_code", code).put("error_type", type);
    assertThat(assemblyAi.inBand(message).kind()).isEqualTo(kind);
    assertThat(assemblyAi.ending(Ending.closed(code, "")).kind()).isNotNull();
  }

  @Test
  void assemblyAiSaysHowLongToWait() {
    var message =
        Json.object()
            .put("error_code", 3009)
            .put("error_type", "rate_limited")
            .put("retry_after_seconds", 1.5);
    assertThat(assemblyAi.inBand(message).retryAfter()).contains(Duration.ofMillis(1_500));
  }

  @Test
  void messagesShowNoKeyAndNoMoreThanALine() {
    AgentException error =
        failures.told(ErrorKind.SERVER, "refused", "bad the-key\nin " + "long ".repeat(100));
    assertThat(error.getMessage()).doesNotContain("the-key").doesNotContain("\n");
    assertThat(error.getMessage().length()).isLessThan(250);
  }

  @Test
  void aBrokenConnectionIsAFailureOfTheNetwork() {
    assertThat(deepgram.ending(Ending.broken(new IOException("reset"))).kind())
        .isEqualTo(ErrorKind.NETWORK);
  }

  @Test
  void busyVendorsGetAPauseAndOthersNone() {
    var retries = new Retries(Patience.DEFAULT, 0);
    AgentException busy = new AgentException(ErrorKind.RATE_LIMITED, "busy");
    assertThat(retries.after(busy)).contains(Duration.ofMillis(250));
    assertThat(retries.after(busy)).contains(Duration.ofMillis(500));
    assertThat(retries.after(busy)).isEmpty();

    var once = new Retries(Patience.DEFAULT, 0);
    AgentException down = new AgentException(ErrorKind.SERVER, "down");
    assertThat(once.after(down)).contains(Duration.ZERO);
    assertThat(once.after(down)).isEmpty();
  }

  @Test
  void aPauseThatNobodyCanBearIsTheEnd() {
    var retries = new Retries(Patience.DEFAULT, 0);
    AgentException busy =
        new AgentException(ErrorKind.RATE_LIMITED, "busy", null, true, Duration.ofSeconds(20));
    assertThat(retries.after(busy)).isEmpty();
  }

  @Test
  void theFailureThatTellsMostIsTold() {
    var retries = new Retries(Patience.DEFAULT, 0);
    AgentException cut = new AgentException(ErrorKind.NETWORK, "cut");
    retries.after(cut);
    AgentException key = new AgentException(ErrorKind.AUTHENTICATION, "key");
    AgentException late = new AgentException(ErrorKind.TIMEOUT, "late");
    assertThat(retries.tellingMost(key)).isSameAs(key);
    assertThat(retries.tellingMost(late)).isSameAs(cut);
  }
}
