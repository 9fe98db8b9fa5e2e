package dev.parley.tts;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsProvider;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link AssemblyAiTts} from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AssemblyAiTtsProvider extends TtsProvider {
  private static final Setting API_KEY =
      Setting.of("assemblyai-api-key", "The API key.")
          .variable("ASSEMBLYAI_API_KEY")
          .secret()
          .required()
          .build();
  private static final Setting MODEL =
      Setting.of("assemblyai-tts-model", "The model.").defaultValue(AssemblyAiTts.MODEL).build();
  private static final Setting VOICE =
      Setting.of("assemblyai-tts-voice", "The voice.").defaultValue(AssemblyAiTts.VOICE).build();
  private static final Setting LANGUAGE =
      Setting.of(
              "assemblyai-tts-language",
              "The language by its English name in lower case; default the voice's own.")
          .build();
  private static final Setting URL =
      Setting.of("assemblyai-tts-url", "The base URL, such as that of another region.")
          .defaultValue(AssemblyAiTts.BASE_URL)
          .build();

  /** For the ServiceLoader. */
  public AssemblyAiTtsProvider() {}

  @Override
  public String name() {
    return AssemblyAiTts.NAME;
  }

  @Override
  public String sentence() {
    return "AssemblyAI voices with word times, on the key of its speech to text.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(API_KEY, MODEL, VOICE, LANGUAGE, URL);
  }

  @Override
  public int priority() {
    return 5;
  }

  @Override
  public TextToSpeech create(Settings settings) {
    AssemblyAiTts.Builder builder =
        AssemblyAiTts.builder()
            .apiKey(settings.get(API_KEY))
            .model(settings.get(MODEL))
            .voice(settings.get(VOICE))
            .baseUrl(settings.get(URL));
    settings.find(LANGUAGE).ifPresent(builder::language);
    return builder.build();
  }
}
