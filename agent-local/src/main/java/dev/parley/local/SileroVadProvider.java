package dev.parley.local;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.VadProvider;
import dev.parley.spi.VoiceActivityDetector;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link SileroVad}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SileroVadProvider extends VadProvider {
  private static final Setting HANGOVER = Hangover.setting("silero");

  /** For the service loader. */
  public SileroVadProvider() {}

  @Override
  public String name() {
    return "silero";
  }

  @Override
  public String sentence() {
    return "Voices by the Silero network, which noise does not fool; the model is built in.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(HANGOVER);
  }

  @Override
  public VoiceActivityDetector create(Settings settings) {
    return new SileroVad(settings.getDuration(HANGOVER));
  }
}
