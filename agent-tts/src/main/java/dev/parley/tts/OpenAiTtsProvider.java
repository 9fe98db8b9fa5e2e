package dev.parley.tts;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsProvider;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link OpenAiTts} from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class OpenAiTtsProvider extends TtsProvider {
  private static final Setting API_KEY =
      Setting.of("openai-api-key", "The API key; servers without accounts need none.")
          .variable("OPENAI_API_KEY")
          .secret()
          .build();
  private static final Setting BASE_URL =
      Setting.of("openai-tts-url", "The base URL, up to and including /v1; default OpenAI's.")
          .alias("OPENAI_BASE_URL")
          .build();
  private static final Setting SAMPLE_RATE =
      Setting.of(
              "openai-tts-rate",
              "The rate in Hz of the server's PCM, sent to it when given; default 24000.")
          .build();
  private static final Setting MODEL =
      Setting.of("openai-tts-model", "The model, as the server names it.")
          .defaultValue(OpenAiTts.MODEL)
          .build();
  private static final Setting VOICE =
      Setting.of("openai-tts-voice", "The voice, as the server names it.")
          .defaultValue(OpenAiTts.VOICE)
          .build();

  private static final Setting ASK_AHEAD =
      Setting.of(
              "openai-tts-ask-ahead",
              "Whether a sentence is asked for at its full stop, a token before it is certain.")
          .defaultValue("true")
          .build();

  /** For the ServiceLoader. */
  public OpenAiTtsProvider() {}

  @Override
  public String name() {
    return OpenAiTts.NAME;
  }

  @Override
  public String sentence() {
    return "OpenAI-compatible voices by HTTP: OpenAI until 6 January 2027, Kokoro, speaches and others.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(API_KEY, BASE_URL, SAMPLE_RATE, MODEL, VOICE, ASK_AHEAD);
  }

  @Override
  public int priority() {
    return 4;
  }

  @Override
  public boolean isAvailable(Settings settings) {
    return settings.find(API_KEY).isPresent() || settings.find(BASE_URL).isPresent();
  }

  @Override
  public TextToSpeech create(Settings settings) {
    if (!isAvailable(settings)) {
      throw new IllegalArgumentException(
          "openai has neither a key nor a server; set OPENAI_API_KEY, or"
              + " PARLEY_OPENAI_TTS_URL to a server that needs no key");
    }
    OpenAiTts.Builder builder =
        OpenAiTts.builder().model(settings.get(MODEL)).voice(settings.get(VOICE));
    builder.askAhead(settings.getBoolean(ASK_AHEAD));
    settings.find(API_KEY).ifPresent(builder::apiKey);
    settings.find(BASE_URL).ifPresent(builder::baseUrl);
    if (settings.find(SAMPLE_RATE).isPresent()) {
      builder.sampleRate(settings.getInt(SAMPLE_RATE));
    }
    return builder.build();
  }
}
