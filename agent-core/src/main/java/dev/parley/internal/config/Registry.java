package dev.parley.internal.config;

import dev.parley.PluginKind;
import dev.parley.spi.Engine;
import dev.parley.spi.PluginProvider;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Collects plugins; one that is broken becomes a problem, two of one name are refused. Not
 * thread-safe.
 */
public final class Registry {
  private static final System.Logger LOGGER = System.getLogger(Registry.class.getName());

  private final List<Plugin<?>> plugins;
  private final List<Problem> problems;

  /** Starts with these. */
  public Registry(List<Plugin<?>> plugins, List<Problem> problems) {
    this.plugins = new ArrayList<>(plugins);
    this.problems = new ArrayList<>(problems);
  }

  /** The plugins so far, the best of each kind first. */
  public List<Plugin<?>> plugins() {
    return plugins.stream().sorted(Plugin.BEST_FIRST).toList();
  }

  /** What was skipped, and why. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /**
   * Adds a plugin.
   *
   * @throws IllegalArgumentException when another of its kind has its name
   */
  public void add(Plugin<?> added) {
    for (Plugin<?> each : plugins) {
      if (each.kind().equals(added.kind()) && each.name().equals(added.name())) {
        throw new IllegalArgumentException(
            "two %s plugins are called '%s': %s, and %s; leave one of them out"
                .formatted(added.kind(), added.name(), each.source(), added.source()));
      }
    }
    plugins.add(added);
  }

  /** Adds all plugins of a kind that the {@link java.util.ServiceLoader} finds. */
  public <E extends Engine> void discover(PluginKind<E> kind, ClassLoader loader) {
    new ProviderScan<>(kind.providerType(), loader, each -> report(kind, each))
        .forEach(provider -> addFound(kind, provider));
  }

  private <E extends Engine> void addFound(PluginKind<E> kind, PluginProvider<E> provider) {
    Plugin<E> plugin;
    try {
      plugin = Plugin.of(kind, provider);
    } catch (RuntimeException | LinkageError broken) { // the edge of a plugin
      report(kind, provider.getClass().getName() + ", " + broken);
      return;
    }
    add(plugin);
    LOGGER.log(Level.DEBUG, (Supplier<String>) () -> "found " + plugin + ", " + plugin.source());
  }

  private void report(PluginKind<?> kind, String cause) {
    var problem = new Problem(kind, kind.title() + " plugin skipped: " + cause);
    if (!problems.contains(problem)) {
      problems.add(problem);
      LOGGER.log(Level.WARNING, problem.sentence());
    }
  }
}
