package dev.parley.tts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class BuildersTest {
  @Test
  void aMissingKeyNamesItsVariable() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ElevenLabsTts.builder().build())
        .withMessageContaining("ELEVENLABS_API_KEY");
  }

  @Test
  void ratesThatTheVendorDoesNotSpeakAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DeepgramTts.builder().sampleRate(22_050))
        .withMessageContaining("22050");
  }

  @Test
  void valuesOutOfRangeAreNamed() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ElevenLabsTts.builder().speed(3))
        .withMessageContaining("3.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CartesiaTts.builder().firstByteTimeout(Duration.ZERO))
        .withMessageContaining("firstByteTimeout");
    assertThatIllegalArgumentException().isThrownBy(() -> OpenAiTts.builder().retries(9));
  }

  @Test
  void aBaseUrlWithAKeyInItIsRefusedWithoutShowingIt() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CartesiaTts.builder().baseUrl("https://api.cartesia.ai?api_key=secret"))
        .withMessageNotContaining("secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CartesiaTts.builder().baseUrl("nonsense"));
  }

  @Test
  void aKeyThatNoHeaderCanHoldIsRefusedWithoutShowingIt() {
    for (String key : List.of("secret\nkey", "secret\u00e9key", "Bearer secretkey")) {
      for (Consumer<String> setter :
          List.<Consumer<String>>of(
              ElevenLabsTts.builder()::apiKey,
              CartesiaTts.builder()::apiKey,
              DeepgramTts.builder()::apiKey,
              AssemblyAiTts.builder()::apiKey,
              OpenAiTts.builder()::apiKey)) {
        assertThatIllegalArgumentException()
            .isThrownBy(() -> setter.accept(key))
            .withMessageNotContaining("secret");
      }
    }
  }

  @Test
  void theDialogueSocketsContextsAreKeptAliveWithinItsOwnLimit() {
    assertThat(ElevenLabsTts.builder().keepAlive()).isEqualTo(Duration.ofSeconds(90));
    assertThat(ElevenLabsTts.builder().model("eleven_v4_turbo").keepAlive())
        .isEqualTo(Duration.ofSeconds(10));
    assertThat(
            ElevenLabsTts.builder()
                .model("eleven_v3_conversational")
                .inactivityTimeout(Duration.ofSeconds(8))
                .keepAlive())
        .isEqualTo(Duration.ofSeconds(4));
  }

  @Test
  void keysAreNotShown() {
    try (var voice = CartesiaTts.builder().apiKey("secret-key").build()) {
      assertThat(voice.toString()).doesNotContain("secret-key");
    }
  }
}
