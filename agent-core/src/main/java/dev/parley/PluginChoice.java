package dev.parley;

import dev.parley.internal.config.Plugin;
import dev.parley.spi.Engine;
import dev.parley.spi.Settings;
import org.apiguardian.api.API;

/**
 * The plugin that configuration chose, and why. Immutable.
 *
 * @param <E> the kind of engine
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PluginChoice<E extends Engine> {
  private final Plugin<E> plugin;
  private final Settings settings;
  private final String explanation;

  PluginChoice(Plugin<E> plugin, Settings settings, String explanation) {
    this.plugin = plugin;
    this.settings = settings;
    this.explanation = explanation;
  }

  /** Which kind of plugin it is. */
  public PluginKind<E> kind() {
    return plugin.kind();
  }

  /** The plugin's name: {@code sphinx}. */
  public String name() {
    return plugin.name();
  }

  /**
   * Returns one line for people who start a program: {@code STT: sphinx (set ASSEMBLYAI_API_KEY for
   * assemblyai)}.
   *
   * <p>In brackets stand the plugins of higher rank that lack something, unless this one was asked
   * for by name.
   */
  public String explanation() {
    return explanation;
  }

  /**
   * Makes the engine; the caller closes it. Each call makes another.
   *
   * @throws IllegalArgumentException when a setting is missing or wrong: what, which value, what to
   *     do
   */
  public E create() {
    return plugin.provider().create(settings);
  }

  /** Tells kind and name. */
  @Override
  public String toString() {
    return "PluginChoice[" + plugin + "]";
  }
}
