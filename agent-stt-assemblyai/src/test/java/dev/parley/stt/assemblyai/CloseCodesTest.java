package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.ErrorKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CloseCodesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1000 | Session Ended | SERVER | NOW",
        "1001 | '' | SERVER | NOW",
        "1006 | Connection reset | NETWORK | BACKOFF",
        "1008 | Unauthorized Connection: Invalid API key | AUTHENTICATION | NEVER",
        "1008 | Missing Authorization header | AUTHENTICATION | NEVER",
        "1008 | Signature has expired | AUTHENTICATION | NEVER",
        "1008 | Insufficient account balance | QUOTA | NEVER",
        "1008 | Incorrect padding | AUTHENTICATION | ONCE",
        "1008 | '' | AUTHENTICATION | ONCE",
        "1008 | Unauthorized connection: Too many concurrent sessions | RATE_LIMITED | SLOWLY",
        "3009 | Unauthorized Connection: Too many concurrent sessions | RATE_LIMITED | SLOWLY",
        "3009 | '' | RATE_LIMITED | SLOWLY",
        "1009 | '' | INTERNAL | NEVER",
        "1011 | '' | SERVER | BACKOFF",
        "1013 | '' | SERVER | BACKOFF",
        "3005 | Session Cancelled: An error occurred | SERVER | BACKOFF",
        "3006 | Invalid 'keyterms_prompt': Value error, Invalid JSON array | BAD_REQUEST | NEVER",
        "3006 | Invalid Message Type: X | BAD_REQUEST | NEVER",
        "3006 | Session terminated due to inactivity: No messages received for 30 seconds"
            + " | SERVER | WITH_AUDIO",
        "3007 | Input Duration Violation: 10.0 ms | INTERNAL | NEVER",
        "3007 | Audio Transmission Rate Exceeded | BAD_REQUEST | ONCE_WITHOUT_BACKLOG",
        "3008 | Session Expired: Maximum session duration exceeded | SERVER | NOW",
        "410 | '' | BAD_REQUEST | NEVER",
        "4001 | '' | AUTHENTICATION | NEVER",
        "4002 | '' | QUOTA | NEVER",
        "4031 | '' | SERVER | NOW",
        "4100 | '' | BAD_REQUEST | NEVER",
      })
  void aCloseMeansWhatTheTableSays(int code, String text, ErrorKind kind, Verdict.Retry retry) {
    Verdict verdict = CloseCodes.judge(code, text, false);
    assertThat(verdict.kind()).isEqualTo(kind);
    assertThat(verdict.retry()).isEqualTo(retry);
    assertThat(verdict.message()).contains(String.valueOf(code)).contains(text).contains(";");
    assertThat(verdict.lasting().isRetryable())
        .isEqualTo(retry != Verdict.Retry.NEVER && kind.isRetryable());
  }

  @Test
  void anExpiredTokenIsTriedAgainWhereThereAreNewOnes() {
    assertThat(CloseCodes.judge(1008, "Signature has expired", true).retry())
        .isEqualTo(Verdict.Retry.ONCE_WITH_NEW_TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "400, BAD_REQUEST, NEVER",
    "401, AUTHENTICATION, NEVER",
    "402, QUOTA, NEVER",
    "403, AUTHENTICATION, NEVER",
    "404, BAD_REQUEST, NEVER",
    "410, BAD_REQUEST, NEVER",
    "422, BAD_REQUEST, NEVER",
    "408, SERVER, BACKOFF",
    "429, RATE_LIMITED, BACKOFF",
    "500, SERVER, BACKOFF",
    "503, SERVER, BACKOFF"
  })
  void aRefusedUpgradeMeansWhatTheTableSays(int status, ErrorKind kind, Verdict.Retry retry) {
    Verdict verdict = CloseCodes.refusedUpgrade(status, Duration.ofSeconds(3));
    assertThat(verdict.kind()).isEqualTo(kind);
    assertThat(verdict.retry()).isEqualTo(retry);
    assertThat(verdict.message()).contains("HTTP " + status);
  }
}
