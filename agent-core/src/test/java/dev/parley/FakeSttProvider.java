package dev.parley;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.SttCapabilities;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttProvider;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import java.util.List;

/** A provider that says of itself what a test wants. Each setter returns the provider itself. */
class FakeSttProvider extends SttProvider {
  private final String name;
  private int priority = 5;
  private List<Setting> settings = List.of();
  private boolean available = true;
  private boolean failing;
  private String obstacle = "";

  FakeSttProvider(String name) {
    this.name = name;
  }

  FakeSttProvider priority(int priority) {
    this.priority = priority;
    return this;
  }

  /** Declares a required secret, {@code --NAME-key}. */
  FakeSttProvider requires(String variable) {
    settings =
        List.of(
            Setting.of(name + "-key", "What it needs.")
                .variable(variable)
                .required()
                .secret()
                .build());
    return this;
  }

  FakeSttProvider unavailable() {
    available = false;
    return this;
  }

  FakeSttProvider unavailable(String because) {
    obstacle = because;
    return unavailable();
  }

  FakeSttProvider failing() {
    failing = true;
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String sentence() {
    return "Recognises for tests.";
  }

  @Override
  public List<Setting> settings() {
    return settings;
  }

  @Override
  public int priority() {
    return priority;
  }

  @Override
  public boolean isAvailable(Settings values) {
    if (failing) {
      throw new IllegalStateException("no luck");
    }
    return available && super.isAvailable(values);
  }

  @Override
  public String obstacle(Settings values) {
    return obstacle;
  }

  @Override
  public SpeechToText create(Settings values) {
    return new SpeechToText() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public SttCapabilities capabilities() {
        return new SttCapabilities(false, false, false);
      }

      @Override
      public SttStream open(SttRequest request, SttListener listener) {
        throw new UnsupportedOperationException("no test opens a stream");
      }
    };
  }
}
