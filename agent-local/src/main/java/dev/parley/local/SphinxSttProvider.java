package dev.parley.local;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttProvider;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link SphinxStt}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SphinxSttProvider extends SttProvider {
  private static final Setting DOMAIN =
      Setting.of("sphinx-domain", "The file of what people can say; default a built-in café.")
          .build();

  /** For the service loader. */
  public SphinxSttProvider() {}

  @Override
  public String name() {
    return "sphinx";
  }

  @Override
  public String sentence() {
    return "A grammar recogniser on this machine; understands its domain only.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(DOMAIN);
  }

  @Override
  public int priority() {
    return 2;
  }

  @Override
  public SpeechToText create(Settings settings) {
    return new SphinxStt(
        BuiltInCafe.domainOr(settings.find(DOMAIN).orElse("")), LocalDetector.best());
  }
}
