package dev.parley.local;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.VadProvider;
import dev.parley.spi.VoiceActivityDetector;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link EnergyVad}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class EnergyVadProvider extends VadProvider {
  private static final Setting HANGOVER = Hangover.setting("energy");

  /** For the service loader. */
  public EnergyVadProvider() {}

  @Override
  public String name() {
    return "energy";
  }

  @Override
  public String sentence() {
    return "Voices by loudness, without native code; for quiet rooms.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(HANGOVER);
  }

  @Override
  public int priority() {
    return 1;
  }

  @Override
  public VoiceActivityDetector create(Settings settings) {
    return new EnergyVad(settings.getDuration(HANGOVER));
  }
}
