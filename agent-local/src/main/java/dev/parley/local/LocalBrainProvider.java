package dev.parley.local;

import dev.parley.spi.Brain;
import dev.parley.spi.BrainProvider;
import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.util.List;
import org.apiguardian.api.API;

/** Makes {@link LocalBrain}. */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class LocalBrainProvider extends BrainProvider {
  private static final Setting DOMAIN =
      Setting.of(
              "local-domain",
              "The file of what people can say and what is answered; default a built-in café.")
          .build();
  private static final Setting DOCUMENTS =
      Setting.of(
              "local-documents",
              "The folder of Markdown files that questions are answered from; default the built-in café's.")
          .build();

  /** For the service loader. */
  public LocalBrainProvider() {}

  @Override
  public String name() {
    return "local";
  }

  @Override
  public String sentence() {
    return "Answers from a file of phrases and a folder of Markdown, on this machine.";
  }

  @Override
  public List<Setting> settings() {
    return List.of(DOMAIN, DOCUMENTS);
  }

  @Override
  public int priority() {
    return 2;
  }

  @Override
  public Brain create(Settings settings) {
    return new LocalBrain(
        BuiltInCafe.domainOr(settings.find(DOMAIN).orElse("")),
        BuiltInCafe.documentsOr(settings.find(DOCUMENTS).orElse("")));
  }
}
