package dev.parley.tts;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.spi.TextToSpeech;
import dev.parley.testkit.tts.VoiceFixture;
import java.time.Duration;
import java.util.List;

/** The voices of fixtures, configured as they say, talking to the server that plays them. */
final class FixtureVoices {
  static final List<String> VENDORS =
      List.of("openai", "elevenlabs", "cartesia", "deepgram-aura", "deepgram-flux", "assemblyai");
  private static final String KEY = "test-key";

  private FixtureVoices() {}

  static TextToSpeech voice(VoiceFixture fixture, String url) {
    JsonNode config = fixture.config();
    int rate = config.path("sample_rate").asInt();
    return switch (fixture.toString().replaceFirst("/.*", "")) {
      case "openai" -> openAi(fixture, url);
      case "elevenlabs" ->
          ElevenLabsTts.builder()
              .apiKey(KEY)
              .baseUrl(url)
              .voice(config.path("voice_id").asText())
              .model(config.path("model_id").asText())
              .inactivityTimeout(Duration.ofSeconds(config.path("inactivity_timeout").asInt()))
              .http(config.path("endpoint").asText().equals("http"))
              .sampleRate(rate)
              .build();
      case "cartesia" ->
          CartesiaTts.builder()
              .apiKey(KEY)
              .baseUrl(url)
              .voice(config.path("voice").asText())
              .model(config.path("model_id").asText())
              .version(config.path("cartesia_version").asText())
              .sampleRate(rate)
              .build();
      case "assemblyai" ->
          AssemblyAiTts.builder()
              .apiKey(KEY)
              .baseUrl(url)
              .voice(config.path("voice_id").asText())
              .sampleRate(rate)
              .build();
      default ->
          DeepgramTts.builder()
              .apiKey(KEY)
              .baseUrl(url)
              .model(config.path("model").asText())
              .http(config.path("endpoint").asText().equals("rest"))
              .idleTimeout(Duration.ofHours(2)) // so that the vendor's own limit comes first
              .sampleRate(rate)
              .build();
    };
  }

  private static TextToSpeech openAi(VoiceFixture fixture, String url) {
    JsonNode config = fixture.config();
    // The fake speaks HTTP/1.1, where two requests at once are two connections.
    boolean one = fixture.expect().path("connections").asInt() == 1;
    return OpenAiTts.builder()
        .apiKey(KEY)
        .baseUrl(url + "/v1")
        .model(config.path("model").asText())
        .voice(config.path("voice").asText())
        .requestsAtOnce(one ? 1 : 2)
        .events(config.path("stream_format").asText().equals("sse"))
        .build();
  }

  static Voice inner(TextToSpeech voice) {
    return switch (voice.name()) {
      case "openai" -> ((OpenAiTts) voice).voice();
      case "elevenlabs" -> ((ElevenLabsTts) voice).voice();
      case "cartesia" -> ((CartesiaTts) voice).voice();
      case "assemblyai" -> ((AssemblyAiTts) voice).voice();
      default -> ((DeepgramTts) voice).voice();
    };
  }

  /** The audio of the HTTP fixture is shorter than its {@code audio_ms}: it has no expansion. */
  static boolean isExpanded(VoiceFixture fixture) {
    return !fixture.toString().endsWith("10-http-with-timestamps.jsonl");
  }

  /** How much was played is only told truly of audio that lasts as long as the script says. */
  static boolean needsExpansion(VoiceFixture fixture) {
    return fixture.expect().path("heard_text").path("source").asText().equals("vendor");
  }
}
