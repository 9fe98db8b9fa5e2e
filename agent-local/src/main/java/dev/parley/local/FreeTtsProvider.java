package dev.parley.local;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.TtsProvider;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link FreeTtsVoice}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class FreeTtsProvider extends TtsProvider {
  private static final Setting RATE =
      Setting.of("freetts-words-per-minute", "How fast the voice speaks, 60 to 400.")
          .defaultValue("150")
          .build();

  /** For the service loader. */
  public FreeTtsProvider() {}

  @Override
  public String name() {
    return "freetts";
  }

  @Override
  public String sentence() {
    return "An English robot voice on this machine, with word times.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(RATE);
  }

  @Override
  public int priority() {
    return 2;
  }

  @Override
  public TextToSpeech create(Settings settings) {
    return new FreeTtsVoice(settings.getInt(RATE));
  }
}
