package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.spi.CloseReason;
import dev.parley.testkit.tts.VoiceFixture;
import dev.parley.testkit.tts.VoiceFixturePlayer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Replies on connections whose audio carries no id are kept apart. */
class HandoverTest {
  private static final String CUT =
      """
      {"dir":"client","do":{"prewarm":true}}
      {"dir":"client","connect":1}
      {"dir":"server","msg":{"type":"Metadata"}}
      {"dir":"client","do":{"speak":"This is a long answer. "}}
      {"dir":"client","msg":{"type":"Speak","text":"This is a long answer. "}}
      {"dir":"server","binary_b64":"4wV3F+MFT/Rz7gcAmxG/Cw=="}
      {"dir":"client","do":{"cancel":true}}
      {"dir":"client","msg":{"type":"Clear"}}
      {"dir":"client","do":{"speak":"Sure."}}
      {"dir":"client","do":{"finish":true}}
      """;

  private static FixtureSession play(String script) {
    try (var player = new VoiceFixturePlayer(VoiceFixture.of(script), false);
        DeepgramTts voice =
            DeepgramTts.builder().apiKey("k").model("aura-2-x").baseUrl(player.url()).build()) {
      var session = new FixtureSession(voice, List.of());
      player.play(session);
      session.awaitAllClosed();
      return session;
    }
  }

  @Test
  void theNextTextWaitsUntilTheVendorHasConfirmedTheCancel() {
    FixtureSession session =
        play(
            CUT
                + """
                {"dir":"server","binary_b64":"xgsy+p7oMvrGC6IRDgB67g=="}
                {"dir":"server","msg":{"type":"Cleared"}}
                {"dir":"client","msg":{"type":"Speak","text":"Sure."}}
                {"dir":"client","msg":{"type":"Flush"}}
                {"dir":"server","binary_b64":"ge5d9PEFhRfxBV30ge4VAA=="}
                {"dir":"server","msg":{"type":"Flushed"}}
                """);
    assertThat(session.replies().get(1).heard.log().awaitClosed().kind())
        .isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(session.replies().get(1).pcm()).hasSize(16).startsWith(0x81, 0xee);
  }

  @Test
  void aVendorThatDoesNotConfirmLosesTheConnection() {
    FixtureSession session =
        play(
            CUT
                + """
                {"after_ms":1000,"dir":"client","connect":2}
                {"dir":"server","msg":{"type":"Metadata"}}
                {"dir":"client","msg":{"type":"Speak","text":"Sure."}}
                {"dir":"client","msg":{"type":"Flush"}}
                {"dir":"server","binary_b64":"ge5d9PEFhRfxBV30ge4VAA=="}
                {"dir":"server","msg":{"type":"Flushed"}}
                """);
    assertThat(session.replies().get(1).heard.log().awaitClosed().kind())
        .isEqualTo(CloseReason.Kind.FINISHED);
    assertThat(session.replies().get(1).pcm()).hasSize(16);
  }

  @Test
  void aConnectionThatExpiresAtNoMomentIsUsed() {
    String script =
        """
        {"dir":"client","do":{"speak":"Sure."}}
        {"dir":"client","do":{"finish":true}}
        {"dir":"client","connect":1}
        {"dir":"server","msg":{"type":"Begin","expires_at":9223372036854775807}}
        {"dir":"client","msg":{"type":"Generate","text":"Sure."}}
        {"dir":"client","msg":{"type":"Flush"}}
        {"dir":"server","msg":{"type":"Audio","audio":"4wV3F+MFT/Rz7gcAmxG/Cw==","flush_id":0}}
        {"dir":"server","msg":{"type":"FlushDone","flush_id":0,"audio_duration_ms":1}}
        """;
    try (var player = new VoiceFixturePlayer(VoiceFixture.of(script), false);
        AssemblyAiTts voice =
            AssemblyAiTts.builder().apiKey("k").baseUrl(player.url()).wordTimes(false).build()) {
      var session = new FixtureSession(voice, List.of());
      player.play(session);
      session.awaitAllClosed();
      assertThat(session.replies().get(0).heard.log().awaitClosed().kind())
          .isEqualTo(CloseReason.Kind.FINISHED);
    }
  }
}
