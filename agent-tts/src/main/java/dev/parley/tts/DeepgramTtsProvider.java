package dev.parley.tts;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsProvider;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link DeepgramTts} from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class DeepgramTtsProvider extends TtsProvider {
  private static final Setting API_KEY =
      Setting.of("deepgram-api-key", "The API key.")
          .variable("DEEPGRAM_API_KEY")
          .secret()
          .required()
          .build();
  private static final Setting MODEL =
      Setting.of(
              "deepgram-tts-model",
              "The model, which is the voice too: flux-... for English, aura-... for other languages.")
          .defaultValue(DeepgramTts.MODEL)
          .build();
  private static final Setting URL =
      Setting.of("deepgram-tts-url", "The base URL, such as that of another region.")
          .defaultValue(DeepgramTts.BASE_URL)
          .build();

  /** For the ServiceLoader. */
  public DeepgramTtsProvider() {}

  @Override
  public String name() {
    return DeepgramTts.NAME;
  }

  @Override
  public String sentence() {
    return "Deepgram voices: Flux for English, Aura for other languages.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(API_KEY, MODEL, URL);
  }

  @Override
  public int priority() {
    return 6;
  }

  @Override
  public TextToSpeech create(Settings settings) {
    DeepgramTts.Builder builder =
        DeepgramTts.builder()
            .apiKey(settings.get(API_KEY))
            .model(settings.get(MODEL))
            .baseUrl(settings.get(URL));
    return builder.build();
  }
}
