package dev.parley.internal.config;

import dev.parley.PluginKind;
import dev.parley.spi.Engine;
import dev.parley.spi.PluginProvider;
import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.net.URL;
import java.security.CodeSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a provider said about itself, asked once, so that a provider that fails later cannot disturb
 * the others.
 *
 * @param <E> the kind of engine
 */
public record Plugin<E extends Engine>(
    PluginKind<E> kind,
    PluginProvider<E> provider,
    String name,
    String sentence,
    List<Setting> settings,
    int priority) {
  /** The best first: by priority, then by name, so that the class path's order never matters. */
  static final Comparator<Plugin<?>> BEST_FIRST =
      Comparator.<Plugin<?>>comparingInt(Plugin::priority).reversed().thenComparing(Plugin::name);

  private static final int TOP_PRIORITY = 10;

  /** Checks what the provider said. */
  public Plugin {
    Objects.requireNonNull(sentence, "sentence()");
    settings = List.copyOf(settings);
    if (!Objects.requireNonNull(name, "name()").matches("[a-z0-9]+(-[a-z0-9]+)*")
        || name.equals(PluginKind.NONE)) {
      throw new IllegalArgumentException(
          "its name is '" + name + "', must be lower case words joined by hyphens, and not 'none'");
    }
    if (priority < 0 || priority > TOP_PRIORITY) {
      throw new IllegalArgumentException("its priority is " + priority + ", must be 0 to 10");
    }
  }

  /** Asks the provider. Whatever it throws passes through. */
  public static <E extends Engine> Plugin<E> of(PluginKind<E> kind, PluginProvider<E> provider) {
    return new Plugin<>(
        kind,
        provider,
        provider.name(),
        provider.sentence(),
        provider.settings(),
        provider.priority());
  }

  /** Tells why it cannot work here, for a sentence that begins with its name; empty when it can. */
  public Optional<String> obstacle(Settings values) {
    try {
      if (provider.isAvailable(values)) {
        return Optional.empty();
      }
      String told = Objects.requireNonNull(provider.obstacle(values), "obstacle()");
      return Optional.of(told.isBlank() ? unsaid(values) : told);
    } catch (IllegalArgumentException badValue) {
      return Optional.of("is refused: " + badValue.getMessage());
    } catch (RuntimeException
        | LinkageError broken) { // the edge of a plugin: told, never passed on
      return Optional.of("is broken: " + broken);
    }
  }

  private String unsaid(Settings values) {
    List<Setting> missing = missing(values);
    return missing.isEmpty() ? "is not available on this machine" : "needs " + variables(missing);
  }

  /** Returns the required settings that have no value. */
  List<Setting> missing(Settings values) {
    return settings.stream().filter(each -> each.required() && !isGiven(each, values)).toList();
  }

  private static boolean isGiven(Setting setting, Settings values) {
    try {
      return values.find(setting).isPresent();
    } catch (IllegalArgumentException badValue) {
      return true; // given, if wrongly
    }
  }

  /**
   * Returns the name and, in brackets, what it cannot work without: {@code agora (AGORA_APP_ID)}.
   */
  String nameAndNeeds() {
    List<Setting> needs = settings.stream().filter(Setting::required).toList();
    return needs.isEmpty() ? name : name + " (needs " + variables(needs) + ")";
  }

  /** Returns the environment variables of these settings: {@code A and B}. */
  static String variables(List<Setting> settings) {
    return settings.stream().map(Setting::variable).distinct().collect(Collectors.joining(" and "));
  }

  /** Returns the provider's class and the jar or folder that it came from. */
  public String source() {
    return source(provider.getClass());
  }

  private static String source(Class<?> type) {
    CodeSource code = type.getProtectionDomain().getCodeSource();
    @Nullable URL location = code == null ? null : code.getLocation();
    return type.getName() + " in " + (location == null ? "an unknown place" : location.getPath());
  }

  /** Tells kind and name. */
  @Override
  public String toString() {
    return kind.title() + " " + name;
  }
}
