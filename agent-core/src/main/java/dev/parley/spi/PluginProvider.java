package dev.parley.spi;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Makes a plugin's engine from settings; {@link java.util.ServiceLoader} finds it. Stateless and
 * thread-safe, with a public constructor without parameters.
 *
 * @param <E> the kind of engine
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class PluginProvider<E extends Engine> {
  /** For the provider kinds of this package. */
  protected PluginProvider() {}

  /**
   * Name used in configuration, lower case: {@code assemblyai}. Two of a kind must not share one.
   */
  public abstract String name();

  /** What it is, in one sentence, for {@code --help}. */
  public abstract String sentence();

  /** All settings it knows; default none. */
  public List<Setting> settings() {
    return List.of();
  }

  /**
   * Whether it can work here with these settings, such as that the key is there. Does no I/O and
   * never throws.
   */
  public boolean isAvailable(Settings settings) {
    return settings().stream()
        .allMatch(each -> !each.required() || settings.find(each).isPresent());
  }

  /**
   * What it lacks when it is not available, to follow its name: {@code needs A_KEY or A_URL}.
   * Default empty: the required settings that have no value are told. Does no I/O and never throws.
   */
  public String obstacle(Settings settings) {
    return "";
  }

  /**
   * Rank among the available when none is named, 0 (last resort) to 10; 5 unless there is a reason.
   */
  public int priority() {
    return 5;
  }

  /**
   * Makes the engine.
   *
   * @throws IllegalArgumentException when a setting is missing or wrong: what, which value, what to
   *     do
   */
  public abstract E create(Settings settings);
}
