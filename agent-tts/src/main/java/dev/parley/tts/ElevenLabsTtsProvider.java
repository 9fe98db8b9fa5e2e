package dev.parley.tts;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsProvider;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link ElevenLabsTts} from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ElevenLabsTtsProvider extends TtsProvider {
  private static final Setting API_KEY =
      Setting.of("elevenlabs-api-key", "The API key.")
          .variable("ELEVENLABS_API_KEY")
          .secret()
          .required()
          .build();
  private static final Setting MODEL =
      Setting.of(
              "elevenlabs-tts-model",
              "The model; those of the fourth generation use the dialogue socket.")
          .defaultValue(ElevenLabsTts.MODEL)
          .build();
  private static final Setting VOICE =
      Setting.of("elevenlabs-tts-voice", "The id of the voice.")
          .defaultValue(ElevenLabsTts.VOICE)
          .build();
  private static final Setting LANGUAGE =
      Setting.of("elevenlabs-tts-language", "The language, such as de; default detected.").build();
  private static final Setting URL =
      Setting.of("elevenlabs-tts-url", "The base URL, such as that of another region.")
          .defaultValue(ElevenLabsTts.BASE_URL)
          .build();

  /** For the ServiceLoader. */
  public ElevenLabsTtsProvider() {}

  @Override
  public String name() {
    return ElevenLabsTts.NAME;
  }

  @Override
  public String sentence() {
    return "ElevenLabs voices with word times.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(API_KEY, MODEL, VOICE, LANGUAGE, URL);
  }

  @Override
  public int priority() {
    return 6;
  }

  @Override
  public TextToSpeech create(Settings settings) {
    ElevenLabsTts.Builder builder =
        ElevenLabsTts.builder()
            .apiKey(settings.get(API_KEY))
            .model(settings.get(MODEL))
            .voice(settings.get(VOICE))
            .baseUrl(settings.get(URL));
    settings.find(LANGUAGE).ifPresent(builder::language);
    return builder.build();
  }
}
