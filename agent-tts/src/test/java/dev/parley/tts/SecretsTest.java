package dev.parley.tts;

import dev.parley.spi.CloseReason;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsRequest;
import dev.parley.spi.TtsStream;
import dev.parley.testkit.RecordingTtsListener;
import dev.parley.testkit.SecretWatch;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.tts.VoiceVendor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Neither a key nor a word that was to be spoken gets into a log line, an exception, a toString.
 */
class SecretsTest {
  private static final String KEY = "canary-5d1e77-key";
  private static final String TEXT =
      "The canary told me a very long story about its cage, which nobody else may ever hear, and "
          + "it went on about the cousins of the canary and its aunts until it was late. ";

  private final SecretWatch watch = SecretWatch.of("dev.parley", "canary");

  @AfterEach
  void nothingWasTold() {
    watch.close();
  }

  static Stream<String> vendors() {
    return FixtureVoices.VENDORS.stream();
  }

  private static VoiceVendor vendor(String name) {
    return switch (name) {
      case "openai" -> VoiceVendor.openAi();
      case "elevenlabs" -> VoiceVendor.elevenLabs();
      case "cartesia" -> VoiceVendor.cartesia();
      case "deepgram-aura" -> VoiceVendor.aura();
      case "deepgram-flux" -> VoiceVendor.flux();
      default -> VoiceVendor.assemblyAi();
    };
  }

  private static TextToSpeech voice(String name, String url) {
    return switch (name) {
      case "openai" -> OpenAiTts.builder().apiKey(KEY).baseUrl(url + "/v1").build();
      case "elevenlabs" -> ElevenLabsTts.builder().apiKey(KEY).baseUrl(url).build();
      case "cartesia" -> CartesiaTts.builder().apiKey(KEY).baseUrl(url).build();
      case "deepgram-aura" ->
          DeepgramTts.builder().apiKey(KEY).model("aura-2-x").baseUrl(url).build();
      case "deepgram-flux" -> DeepgramTts.builder().apiKey(KEY).baseUrl(url).build();
      default -> AssemblyAiTts.builder().apiKey(KEY).baseUrl(url).build();
    };
  }

  private void say(TextToSpeech voice) {
    var heard = new RecordingTtsListener();
    TtsStream stream = voice.open(new TtsRequest(1, null, TestContexts.realTime()), heard);
    stream.offer(TEXT);
    stream.finish();
    CloseReason reason = heard.log().awaitClosed();
    watch.tell(voice);
    watch.tell(stream);
    watch.tell(reason);
    heard.log().errors().forEach(watch::tell);
    heard.log().metrics().forEach(watch::tell);
    reason.error().ifPresent(watch::tell);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void aVendorThatQuotesWhatItWasSentIsNotRepeated(String name) {
    String quote = KEY + " cannot say: " + TEXT;
    for (int status : new int[] {400, 401, 500}) {
      for (String body :
          List.of(
              quote,
              "{'error':'" + quote + "'}",
              "{'error':{'message':'" + quote + "','code':'" + KEY + "','type':'" + KEY + "'}}",
              "{'detail':{'message':'" + quote + "','code':'" + KEY + "'}}",
              "{'err_msg':'" + quote + "','err_code':'" + KEY + "'}",
              "{'message':'" + quote + "','error_code':'" + KEY + "'}")) {
        try (VoiceVendor vendor = vendor(name);
            TextToSpeech voice = voice(name, vendor.url())) {
          vendor.refuse(status, body.replace('\'', '"'));
          say(voice);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void whatIsSpokenIsNotToldEither(String name) {
    try (VoiceVendor vendor = vendor(name);
        TextToSpeech voice = voice(name, vendor.url())) {
      say(voice);
      vendor.cutInsteadOfWrite(3);
      say(voice);
    }
  }
}
