package dev.parley.internal.config;

import dev.parley.PluginKind;
import dev.parley.spi.Engine;
import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Picks the plugin of a kind: the one that is named, else the best that is available.
 *
 * @param <E> the kind of engine
 */
public final class Selection<E extends Engine> {
  private final PluginKind<E> kind;
  private final List<Plugin<E>> plugins;
  private final List<Problem> problems;
  private final Settings settings;

  /**
   * Prepares a choice among these.
   *
   * @param plugins all of the kind, the best first
   * @param problems what was skipped when plugins were looked for
   */
  public Selection(
      PluginKind<E> kind, List<Plugin<E>> plugins, List<Problem> problems, Settings settings) {
    this.kind = kind;
    this.plugins = plugins;
    this.problems = problems;
    this.settings = settings;
  }

  /**
   * Returns the plugin; empty when {@code none} is named, or nothing is named and none is
   * available.
   *
   * @throws IllegalArgumentException when the named one is unknown or not available
   */
  public Optional<Plugin<E>> find() {
    Optional<String> name = name();
    if (name.isPresent()) {
      return name.get().equals(PluginKind.NONE) ? Optional.empty() : Optional.of(named(name.get()));
    }
    return plugins.stream().filter(each -> each.obstacle(settings).isEmpty()).findFirst();
  }

  /** Returns why there is none, for when one is needed. */
  public IllegalArgumentException nothing() {
    String wanted =
        name().isPresent()
            ? kind.setting() + " is none, but"
            : "no " + kind.title() + " is available, but";
    return new IllegalArgumentException(wanted + " one is needed; " + known() + skipped());
  }

  /** Returns one line for people who start a program: what was chosen, and what could be had. */
  public String explain(@Nullable Plugin<E> chosen) {
    String line = kind.title() + ": " + (chosen == null ? PluginKind.NONE : chosen.name());
    return name().isPresent() ? line : line + betterOnes(chosen);
  }

  private Optional<String> name() {
    return settings.find(kind.setting());
  }

  private Plugin<E> named(String name) {
    Plugin<E> plugin =
        plugins.stream()
            .filter(each -> each.name().equals(name))
            .findFirst()
            .orElseThrow(() -> unknown(name));
    Optional<String> obstacle = plugin.obstacle(settings);
    if (obstacle.isPresent()) {
      String remedies =
          plugin.missing(settings).stream()
              .map(each -> "; " + SettingProblem.remedy(each))
              .collect(Collectors.joining());
      throw new IllegalArgumentException(
          kind.setting() + " is " + name + ", which " + obstacle.get() + remedies);
    }
    return plugin;
  }

  private IllegalArgumentException unknown(String name) {
    String guess =
        Nearest.to(name, plugins.stream().map(Plugin::name).toList())
            .map(each -> "did you mean " + each + "? ")
            .orElse("");
    return new IllegalArgumentException(
        "%s is '%s', which no plugin is called; %s%s%s"
            .formatted(kind.setting(), name, guess, known(), skipped()));
  }

  private String known() {
    if (plugins.isEmpty()) {
      return "there is no " + kind.title() + " plugin on the class path";
    }
    return "known: " + plugins.stream().map(Plugin::nameAndNeeds).collect(Collectors.joining(", "));
  }

  private String skipped() {
    return problems.stream()
        .filter(each -> each.kind().equals(kind))
        .map(each -> "; " + each.sentence())
        .collect(Collectors.joining());
  }

  /** Those before the chosen one: what they lack, or what is wrong with them. */
  private String betterOnes(@Nullable Plugin<E> chosen) {
    String hints =
        plugins.stream()
            .takeWhile(each -> !each.equals(chosen))
            .flatMap(this::hint)
            .collect(Collectors.joining("; "));
    return hints.isEmpty() ? "" : " (" + hints + ")";
  }

  private Stream<String> hint(Plugin<E> better) {
    List<Setting> missing = better.missing(settings);
    if (!missing.isEmpty()) {
      return Stream.of("set " + Plugin.variables(missing) + " for " + better.name());
    }
    return better.obstacle(settings).map(each -> better.name() + " " + each).stream();
  }
}
