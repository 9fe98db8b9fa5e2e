package dev.parley.tts;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsProvider;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link CartesiaTts} from settings. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class CartesiaTtsProvider extends TtsProvider {
  private static final Setting API_KEY =
      Setting.of("cartesia-api-key", "The API key.")
          .variable("CARTESIA_API_KEY")
          .secret()
          .required()
          .build();
  private static final Setting MODEL =
      Setting.of("cartesia-tts-model", "The model.").defaultValue(CartesiaTts.MODEL).build();
  private static final Setting VOICE =
      Setting.of("cartesia-tts-voice", "The id of the voice.")
          .defaultValue(CartesiaTts.VOICE)
          .build();
  private static final Setting LANGUAGE =
      Setting.of("cartesia-tts-language", "The language, such as de; default the vendor's.")
          .build();
  private static final Setting URL =
      Setting.of("cartesia-tts-url", "The base URL.").defaultValue(CartesiaTts.BASE_URL).build();

  /** For the ServiceLoader. */
  public CartesiaTtsProvider() {}

  @Override
  public String name() {
    return CartesiaTts.NAME;
  }

  @Override
  public String sentence() {
    return "Cartesia voices with word times.";
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
    CartesiaTts.Builder builder =
        CartesiaTts.builder()
            .apiKey(settings.get(API_KEY))
            .model(settings.get(MODEL))
            .voice(settings.get(VOICE))
            .baseUrl(settings.get(URL));
    settings.find(LANGUAGE).ifPresent(builder::language);
    return builder.build();
  }
}
