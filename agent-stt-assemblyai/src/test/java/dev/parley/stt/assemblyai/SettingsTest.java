package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.spi.Setting;
import dev.parley.spi.SttProvider;
import dev.parley.testkit.FixedSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingsTest {
  private static AssemblyAiSttBuilder builder() {
    return AssemblyAiStt.builder().apiKey("key");
  }

  private static Arguments wrong(String part, Consumer<AssemblyAiSttBuilder> change) {
    return Arguments.of(part, change);
  }

  static Stream<Arguments> wrongValues() {
    return Stream.of(
        wrong("mode is fast", b -> b.mode("fast")),
        wrong("min_turn_silence is 10 ms", b -> b.minTurnSilence(Duration.ofMillis(10))),
        wrong("max_turn_silence is PT2H", b -> b.maxTurnSilence(Duration.ofHours(2))),
        wrong("1.5", b -> b.vadThreshold(1.5)),
        wrong("NaN", b -> b.endOfTurnConfidence(Double.NaN)),
        wrong("101 items", b -> b.keyterms(Collections.nCopies(101, "word"))),
        wrong("51 characters", b -> b.keyterms(List.of("x".repeat(51)))),
        wrong("1751 characters", b -> b.prompt("x".repeat(1_751))),
        wrong("11 items", b -> b.languages(Collections.nCopies(11, "en"))),
        wrong("max_speakers is 0", b -> b.speakers(0)),
        wrong("interval_ms is 1000 ms", b -> b.speakers(2).speakerRevisions(Duration.ofSeconds(1))),
        wrong("voice_focus is middle-field", b -> b.voiceFocus("middle-field")),
        wrong("previous_context_n_turns is 101", b -> b.previousContextTurns(101)),
        wrong("inactivity_timeout is 1 s", b -> b.inactivityTimeout(Duration.ofSeconds(1))),
        wrong("messageDuration is PT0.02S", b -> b.messageDuration(Duration.ofMillis(20))),
        wrong("retainedAudio", b -> b.retainedAudio(Duration.ZERO)),
        wrong("catchUpSpeed is 100.0", b -> b.catchUpSpeed(100)),
        wrong("encoding is opus", b -> b.encoding("opus")),
        wrong("model name", b -> b.model("u3 rt pro")),
        wrong("base URL", b -> b.baseUrl("ftp://example.org")),
        wrong("a user or a query", b -> b.baseUrl("wss://example.org/?token=x")),
        wrong("API key", b -> b.apiKey("Bearer abc")),
        wrong("API key", b -> b.apiKey(" ")),
        wrong("parameter name", b -> b.parameter("token", "x")));
  }

  @ParameterizedTest
  @MethodSource("wrongValues")
  void aWrongValueIsRefusedWhereItIsSet(String part, Consumer<AssemblyAiSttBuilder> change) {
    assertThatThrownBy(() -> change.accept(builder()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(part);
  }

  @Test
  void settingsThatContradictEachOtherAreRefused() {
    assertThatThrownBy(() -> builder().voiceFocusThreshold(0.5).build())
        .hasMessageContaining("voice_focus_threshold is set without voice_focus");
    assertThatThrownBy(
            () ->
                builder()
                    .minTurnSilence(Duration.ofSeconds(2))
                    .maxTurnSilence(Duration.ofSeconds(1))
                    .build())
        .hasMessageContaining("2000 ms");
    assertThatThrownBy(() -> AssemblyAiStt.builder().build())
        .hasMessageContaining("ASSEMBLYAI_API_KEY");
  }

  @Test
  void theDefaultIsTheVendorsNewestModelWithItsBalancedPreset() {
    var sockets = new FakeSockets();
    Call.open(sockets.engine(FakeSockets.builder()), new dev.parley.testkit.ManualClock());
    FakeSockets.FakeSocket socket = sockets.last();
    assertThat(socket.parameter("speech_model")).isEqualTo("universal-3-6-pro");
    assertThat(socket.parameter("mode")).isEqualTo("balanced");
    assertThat(socket.parameter("sample_rate")).isEqualTo("16000");
    assertThat(socket.parameter("encoding")).isEqualTo("pcm_s16le");
    assertThat(socket.parameter("session_heartbeat")).isEqualTo("true");
    assertThat(socket.parameter("inactivity_timeout")).isEqualTo("60");
    assertThat(socket.request().header("Authorization")).isEqualTo("test-key");
    assertThat(socket.request().header("AssemblyAI-Version")).isEqualTo("2025-05-12");
  }

  @Test
  void whatTheModelDoesNotKnowIsLeftOut() {
    var sockets = new FakeSockets();
    var builder =
        FakeSockets.builder()
            .model("universal-streaming-english")
            .prompt("a hotel")
            .formatTurns(true)
            .endOfTurnConfidence(0);
    Call.open(sockets.engine(builder), new dev.parley.testkit.ManualClock());
    assertThat(sockets.last().parameter("prompt")).isEqualTo("null");
    assertThat(sockets.last().parameter("mode")).isEqualTo("null");
    assertThat(sockets.last().parameter("format_turns")).isEqualTo("true");
    assertThat(sockets.last().parameter("end_of_turn_confidence_threshold")).isEqualTo("0.0");
  }

  @Test
  void aModelOfTomorrowIsSentAsItIs() {
    var sockets = new FakeSockets();
    var builder = FakeSockets.builder().model("aurora-9").prompt("a hotel").formatTurns(false);
    Call.open(sockets.engine(builder), new dev.parley.testkit.ManualClock());
    assertThat(sockets.last().parameter("speech_model")).isEqualTo("aurora-9");
    assertThat(sockets.last().parameter("prompt")).isEqualTo("a hotel");
    assertThat(sockets.last().parameter("format_turns")).isEqualTo("false");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "universal-3-6-pro, UNIVERSAL_3",
    "universal-3-7-preview, UNIVERSAL_3",
    "universal-4, UNIVERSAL_3",
    "u3-rt-pro, U3_REALTIME",
    "u3-rt-pro-beta-1, U3_REALTIME",
    "universal-streaming-multilingual, UNIVERSAL_STREAMING",
    "whisper-rt, WHISPER",
    "aurora-9, UNKNOWN"
  })
  void familiesAreToldByTheBeginningOfTheName(String model, ModelFamily family) {
    assertThat(ModelFamily.of(model)).isEqualTo(family);
  }

  @Test
  void listsAreOneParameterWithAJsonArray() {
    var sockets = new FakeSockets();
    var builder = FakeSockets.builder().keyterms(List.of("Ana Ruiz", "QR-7"));
    Call.open(sockets.engine(builder), new dev.parley.testkit.ManualClock());
    assertThat(sockets.last().parameter("keyterms_prompt")).isEqualTo("[\"Ana Ruiz\",\"QR-7\"]");
    assertThat(sockets.last().url())
        .contains("keyterms_prompt=%5B%22Ana%20Ruiz%22%2C%22QR-7%22%5D");
  }

  @Test
  void unknownParametersCanBeSentAsTheyAre() {
    var sockets = new FakeSockets();
    Call.open(
        sockets.engine(FakeSockets.builder().parameter("turn_left_pad_ms", "120")),
        new dev.parley.testkit.ManualClock());
    assertThat(sockets.last().parameter("turn_left_pad_ms")).isEqualTo("120");
  }

  @ParameterizedTest
  @org.junit.jupiter.params.provider.CsvSource({
    "default, https://streaming.assemblyai.com/v3/ws",
    "us, https://streaming.us.assemblyai.com/v3/ws",
    "EU, https://streaming.eu.assemblyai.com/v3/ws",
    "ws://127.0.0.1:8080, http://127.0.0.1:8080/v3/ws",
    "ws://127.0.0.1:8080/, http://127.0.0.1:8080/v3/ws",
    "wss://stt.example.org/v3/ws, https://stt.example.org/v3/ws",
    "ws://127.0.0.1:9/s/7, http://127.0.0.1:9/s/7/v3/ws",
    "https://example.org/a/, https://example.org/a/v3/ws"
  })
  void theBaseUrlMayBeANameOrAnyRoot(String text, String socket) {
    assertThat(Endpoint.of(text).socket()).hasToString(socket);
    assertThat(Endpoint.of(text).token().toString())
        .isEqualTo(socket.replace("/v3/ws", "/v3/token"));
  }

  @Test
  void aKeyOnAnOpenNetworkIsNoticed() {
    assertThat(Endpoint.of("ws://10.0.0.5:8080").isOpenToEavesdroppers()).isTrue();
    assertThat(Endpoint.of("ws://127.0.0.1:8080").isOpenToEavesdroppers()).isFalse();
    assertThat(Endpoint.of("wss://10.0.0.5").isOpenToEavesdroppers()).isFalse();
  }

  @Test
  void theServiceLoaderFindsTheProvider() {
    assertThat(ServiceLoader.load(SttProvider.class).stream().map(each -> each.get().name()))
        .contains("assemblyai");
  }

  @Test
  void theProviderNeedsTheKeyOnly() {
    var provider = new AssemblyAiSttProvider();
    assertThat(provider.isAvailable(FixedSettings.of())).isFalse();
    assertThat(provider.settings().stream().filter(Setting::required)).hasSize(1);
    assertThat(provider.settings().get(0).variable()).isEqualTo("ASSEMBLYAI_API_KEY");
    assertThat(provider.settings().get(0).secret()).isTrue();
    FixedSettings key = FixedSettings.of(Map.of("assemblyai-api-key", "k"));
    assertThat(provider.isAvailable(key)).isTrue();
    assertThatCode(() -> provider.create(key).close()).doesNotThrowAnyException();
  }

  @Test
  void everySettingReachesTheEngine() {
    var values = new HashMap<>(Map.of("assemblyai-api-key", "k"));
    values.put("assemblyai-model", "universal-3-5-pro");
    values.put("assemblyai-mode", "min_latency");
    values.put("assemblyai-min-turn-silence", "200ms");
    values.put("assemblyai-keyterms-prompt", "Ana Ruiz, QR-7");
    values.put("assemblyai-language-codes", "en,de");
    values.put("assemblyai-vad-threshold", "0.4");
    values.put("assemblyai-speaker-labels", "true");
    values.put("assemblyai-max-speakers", "2");
    values.put("assemblyai-inactivity-timeout", "30s");
    assertThatCode(() -> new AssemblyAiSttProvider().create(FixedSettings.of(values)).close())
        .doesNotThrowAnyException();
    values.put("assemblyai-max-speakers", "20");
    assertThatThrownBy(() -> new AssemblyAiSttProvider().create(FixedSettings.of(values)))
        .hasMessageContaining("assemblyai-max-speakers is 20; must be 1 to 10");
  }

  @Test
  void thePageOfTheDocumentationNamesEverySettingAndItsVariable() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "assemblyai.md"));
    assertThat(new AssemblyAiSttProvider().settings())
        .allSatisfy(
            each -> assertThat(page).contains("`" + each.key() + "`").contains(each.sentence()));
  }
}
