package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.CloseReason;
import dev.parley.testkit.assemblyai.Breakage;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What opens a session, against the scripted server. */
class TokensTest {
  private final ScriptedAssemblyAi server = ScriptedAssemblyAi.start();

  @AfterEach
  void stop() {
    server.close();
  }

  private static CloseReason talk(AssemblyAiSttBuilder builder) {
    try (AssemblyAiStt engine = builder.build()) {
      var call = Call.open(engine);
      call.say("hello");
      call.finish();
      return call.awaitClosed();
    }
  }

  private static AgentException failure(AssemblyAiSttBuilder builder) {
    return talk(builder).error().orElseThrow();
  }

  @Test
  void theRightKeyOpensASession() {
    server.accept("right");
    assertThat(talk(Call.builder(server).apiKey("right")).kind())
        .isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(server.header(1, "authorization")).isEqualTo("right");
    assertThat(server.query(1)).doesNotContainKey("token");
  }

  @Test
  void aWrongKeyEndsTheStreamAtOnce() {
    server.accept("right");
    AgentException error = failure(Call.builder(server).apiKey("wrong"));
    assertThat(error.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(error.getMessage())
        .contains("Unauthorized Connection: Invalid API key")
        .contains("set ASSEMBLYAI_API_KEY");
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void aTokenIsMintedForEachConnection() {
    server.accept("right");
    server.breakConnection(1, Breakage.cutAfter(Duration.ofMillis(100)));
    CloseReason reason = talk(Call.builder(server).apiKey("right").mintTokens(true));
    assertThat(reason.kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(server.tokensMinted()).isEqualTo(2);
    assertThat(server.header(1, "authorization")).isEqualTo("minted-1");
    assertThat(server.header(2, "authorization")).isEqualTo("minted-2");
  }

  @Test
  void aKeyThatMintsNothingEndsTheStream() {
    server.accept("right");
    AgentException error = failure(Call.builder(server).apiKey("wrong").mintTokens(true));
    assertThat(error.kind()).isEqualTo(ErrorKind.AUTHENTICATION);
    assertThat(error.getMessage()).contains("422").contains("check the API key");
  }

  @Test
  void anAnswerWithoutATokenIsToldAsSuch() {
    server.refuseTokens(200, "<html>");
    AgentException error =
        failure(Call.builder(server).mintTokens(true).reconnects(1, Duration.ofMinutes(1)));
    assertThat(error.getMessage()).contains("token");
  }

  @Test
  void tokensOfTheApplicationAreAskedForEachTime() {
    var asked = new AtomicInteger();
    server.breakConnection(1, Breakage.refused(1008, "Signature has expired"));
    CloseReason reason =
        talk(Call.builder(server).tokens(() -> "token-" + asked.incrementAndGet()));
    assertThat(reason.kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(server.header(2, "authorization")).isEqualTo("token-2");
  }

  @Test
  void aSupplierThatFailsIsReportedWithoutItsWords() {
    AgentException error =
        failure(
            Call.builder(server)
                .reconnects(0, Duration.ZERO)
                .tokens(
                    () -> {
                      throw new IllegalStateException("secret-of-the-supplier");
                    }));
    assertThat(error.getMessage())
        .contains("IllegalStateException")
        .doesNotContain("secret-of-the-supplier");
  }

  @Test
  void aWhimOfTheServerIsForgivenOnce() {
    server.breakConnection(1, Breakage.refused(1008, "Incorrect padding"));
    assertThat(talk(Call.builder(server)).kind()).isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void aProxyThatAsksForPatienceGetsIt() {
    server.refuseUpgrade(1, 503, "Retry-After: 0");
    assertThat(talk(Call.builder(server)).kind()).isEqualTo(CloseReason.Kind.FINISHED);
  }

  @Test
  void aTokenLetsEverySessionOfAnEngineIn() {
    server.accept("right");
    try (AssemblyAiStt engine = Call.builder(server).apiKey("right").mintTokens(true).build()) {
      var first = Call.open(engine);
      var second = Call.open(engine);
      first.say("one");
      second.say("two");
      first.finish();
      second.finish();
      assertThat(first.awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
      assertThat(second.awaitClosed().kind()).isEqualTo(CloseReason.Kind.FINISHED);
      assertThat(first.finalTexts()).containsExactly("One.");
      assertThat(second.finalTexts()).containsExactly("Two.");
    }
  }
}
