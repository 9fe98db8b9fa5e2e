package dev.parley;

import dev.parley.internal.config.HelpText;
import dev.parley.internal.config.MarkdownTables;
import dev.parley.internal.config.Plugin;
import dev.parley.internal.config.Problem;
import dev.parley.internal.config.Registry;
import dev.parley.internal.config.Selection;
import dev.parley.spi.Engine;
import dev.parley.spi.PluginProvider;
import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * The plugins there are, and the choice among them. Immutable, so thread-safe.
 *
 * <p>A kind's plugin is the one that its setting names ({@code --stt assemblyai}, {@code
 * PARLEY_STT}), {@code none} meaning that there shall be none; else, of those that are available,
 * the one of highest priority, among equals the first by name.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Plugins {
  private static final Plugins NO_PLUGINS = new Plugins(new Registry(List.of(), List.of()));

  private final List<Plugin<?>> plugins;
  private final List<Problem> problems;

  private Plugins(Registry registry) {
    this.plugins = registry.plugins();
    this.problems = registry.problems();
  }

  /**
   * Finds the plugins on the class path or module path with {@link java.util.ServiceLoader}, by the
   * thread's context class loader.
   *
   * <p>A provider that cannot be loaded or asked is skipped, logged, and told by {@link
   * #problems()}.
   *
   * @throws IllegalArgumentException when two plugins of a kind have one name; it names both
   *     classes and their jars
   */
  public static Plugins discover() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return discover(context != null ? context : Plugins.class.getClassLoader());
  }

  /**
   * Finds the plugins that {@code loader} sees, as {@link #discover()} does.
   *
   * @throws IllegalArgumentException when two plugins of a kind have one name; it names both
   *     classes and their jars
   */
  public static Plugins discover(ClassLoader loader) {
    var registry = new Registry(List.of(), List.of());
    PluginKind.all().forEach(each -> registry.discover(each, loader));
    return new Plugins(registry);
  }

  /** Returns a registry without plugins, to be filled by hand. */
  public static Plugins none() {
    return NO_PLUGINS;
  }

  /**
   * Returns a copy with one plugin more.
   *
   * @param kind what the provider is to be registered as
   * @throws IllegalArgumentException when another plugin of the kind has its name, or the name is
   *     malformed
   */
  public <E extends Engine> Plugins with(PluginKind<E> kind, PluginProvider<E> provider) {
    var registry = new Registry(plugins, problems);
    registry.add(Plugin.of(kind, provider));
    return new Plugins(registry);
  }

  /** The names of the plugins of a kind, available or not, the highest priority first. */
  public List<String> names(PluginKind<?> kind) {
    return plugins.stream().filter(each -> each.kind().equals(kind)).map(Plugin::name).toList();
  }

  /** What was skipped when plugins were looked for, and why, a sentence each; usually none. */
  public List<String> problems() {
    return problems.stream().map(Problem::sentence).toList();
  }

  /** All settings: of each kind which plugin to use, then those of the plugins. */
  public List<Setting> settings() {
    var settings = new ArrayList<Setting>();
    PluginKind.all().forEach(each -> settings.add(each.setting()));
    plugins.forEach(each -> settings.addAll(each.settings()));
    return List.copyOf(settings);
  }

  /**
   * Chooses the plugin of a kind.
   *
   * @throws IllegalArgumentException when the named one is unknown or lacks a setting, or there is
   *     none; it names what is known and what is missing
   */
  public <E extends Engine> PluginChoice<E> choose(PluginKind<E> kind, Settings settings) {
    return find(kind, settings).orElseThrow(() -> selection(kind, settings).nothing());
  }

  /**
   * Chooses the plugin of a kind that one can do without.
   *
   * @return empty when {@code none} is named, or nothing is named and no plugin is available
   * @throws IllegalArgumentException when the named one is unknown or lacks a setting
   */
  public <E extends Engine> Optional<PluginChoice<E>> find(PluginKind<E> kind, Settings settings) {
    Selection<E> selection = selection(kind, settings);
    return selection
        .find()
        .map(each -> new PluginChoice<>(each, settings, selection.explain(each)));
  }

  /**
   * Explains the choice of each kind in a line, for people who start a program.
   *
   * @throws IllegalArgumentException when a named one is unknown or lacks a setting
   */
  public List<String> explain(Settings settings) {
    return PluginKind.all().stream().map(each -> explain(each, settings)).toList();
  }

  /** Describes all plugins and their settings, as {@code --help} shows them. */
  public String help() {
    return HelpText.ofPlugins(plugins);
  }

  /** Describes all plugins and their settings as Markdown tables. */
  public String markdown() {
    return MarkdownTables.ofPlugins(plugins);
  }

  private <E extends Engine> String explain(PluginKind<E> kind, Settings settings) {
    Selection<E> selection = selection(kind, settings);
    return selection.explain(selection.find().orElse(null));
  }

  private <E extends Engine> Selection<E> selection(PluginKind<E> kind, Settings settings) {
    return new Selection<>(kind, ofKind(kind), problems, settings);
  }

  @SuppressWarnings("unchecked") // equal kinds have the same type of engine
  private <E extends Engine> List<Plugin<E>> ofKind(PluginKind<E> kind) {
    return plugins.stream()
        .filter(each -> each.kind().equals(kind))
        .map(each -> (Plugin<E>) each)
        .toList();
  }

  /** Tells how many plugins there are. */
  @Override
  public String toString() {
    return "Plugins[" + plugins.size() + "]";
  }
}
