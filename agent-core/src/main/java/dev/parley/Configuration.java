package dev.parley;

import dev.parley.internal.config.DotEnv;
import dev.parley.internal.config.Flags;
import dev.parley.internal.config.Given;
import dev.parley.internal.config.HelpText;
import dev.parley.internal.config.MarkdownTables;
import dev.parley.internal.config.SettingProblem;
import dev.parley.internal.config.Typed;
import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * The values of all settings: flags beat environment variables, which beat a {@code .env} file,
 * which beats defaults. Immutable, so thread-safe.
 *
 * <p>Blank counts as not given, and white space around a value is no part of it. A value outside a
 * setting's choices is refused when it is asked for. The values of secrets appear in no message.
 *
 * <pre>{@code
 * Plugins plugins = Plugins.discover();
 * Configuration configuration =
 *     Configuration.builder().plugins(plugins).settings(PORT).arguments(args).load();
 * if (configuration.getBoolean(Configuration.HELP)) {
 *   System.out.print(configuration.help());
 * }
 * SpeechToText stt = plugins.choose(PluginKind.STT, configuration).create();
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class Configuration implements Settings {
  /**
   * {@code --help}, {@code -h}: known to every configuration; what to do about it is the
   * application's.
   */
  public static final Setting HELP =
      Setting.of("help", "Shows all flags and ends.").defaultValue("false").build();

  private final Map<String, Given> flags;
  private final Map<String, String> environment;
  private final Map<String, Given> dotEnv;
  private final List<Setting> settings;
  private final Plugins plugins;

  private Configuration(Builder builder) {
    settings = List.copyOf(builder.settings);
    plugins = builder.plugins;
    environment = Map.copyOf(builder.environment);
    flags = Flags.parse(builder.arguments, builder.known());
    dotEnv = builder.dotEnv == null ? Map.of() : DotEnv.read(builder.dotEnv);
  }

  /**
   * Returns a builder that reads the process's environment and {@code .env} in the working
   * directory.
   */
  public static Builder builder() {
    return new Builder();
  }

  /** Returns a configuration of these environment variables only: no flags, no file. */
  public static Configuration of(Map<String, String> environment) {
    return builder().environment(environment).noDotEnv().load();
  }

  @Override
  public Optional<String> find(Setting setting) {
    return given(setting).map(Given::text);
  }

  @Override
  public String get(Setting setting) {
    return require(setting).text();
  }

  @Override
  public int getInt(Setting setting) {
    return Typed.wholeNumber(setting, require(setting));
  }

  @Override
  public double getDouble(Setting setting) {
    return Typed.number(setting, require(setting));
  }

  @Override
  public boolean getBoolean(Setting setting) {
    return Typed.truth(setting, require(setting));
  }

  @Override
  public Duration getDuration(Setting setting) {
    return Typed.duration(setting, require(setting));
  }

  /**
   * Describes the application's own settings and all plugins with theirs, as {@code --help} shows
   * them.
   */
  public String help() {
    return HelpText.ofSettings(own()) + plugins.help();
  }

  /** Describes the application's own settings and all plugins with theirs as Markdown tables. */
  public String markdown() {
    return MarkdownTables.ofSettings(own()) + plugins.markdown();
  }

  /** Tells how many values come from where, never the values. */
  @Override
  public String toString() {
    return "Configuration[" + flags.size() + " flags, " + dotEnv.size() + " from .env]";
  }

  private List<Setting> own() {
    return Stream.concat(settings.stream(), Stream.of(HELP)).toList();
  }

  private Given require(Setting setting) {
    return given(setting).orElseThrow(() -> SettingProblem.missing(setting));
  }

  private Optional<Given> given(Setting setting) {
    return candidates(setting)
        .filter(each -> !each.text().isEmpty())
        .findFirst()
        .map(each -> Typed.choice(setting, each));
  }

  /** All values of a setting, the strongest first. */
  private Stream<Given> candidates(Setting setting) {
    List<String> variables = variables(setting);
    return Stream.of(
            Stream.ofNullable(flags.get(setting.key())),
            variables.stream().flatMap(this::fromEnvironment),
            variables.stream().flatMap(each -> Stream.ofNullable(dotEnv.get(each))),
            setting.defaultValue().map(each -> new Given(each, "the default")).stream())
        .flatMap(each -> each);
  }

  private static List<String> variables(Setting setting) {
    var variables = new ArrayList<String>();
    variables.add(setting.variable());
    variables.addAll(setting.aliases());
    return variables;
  }

  private Stream<Given> fromEnvironment(String variable) {
    return Stream.ofNullable(environment.get(variable))
        .map(each -> new Given(each, "the environment variable " + variable));
  }

  /** Builds configurations. Not thread-safe. */
  public static final class Builder {
    private final List<Setting> settings = new ArrayList<>();
    private Plugins plugins = Plugins.none();
    private List<String> arguments = List.of();
    private Map<String, String> environment = System.getenv();
    private @Nullable Path dotEnv = Path.of(".env");

    private Builder() {}

    /**
     * Adds settings of the application, so that their flags are known; default none but {@link
     * #HELP}.
     */
    public Builder settings(Setting... settings) {
      return settings(List.of(settings));
    }

    /**
     * Adds settings of the application, so that their flags are known; default none but {@link
     * #HELP}.
     */
    public Builder settings(Collection<Setting> settings) {
      this.settings.addAll(settings);
      return this;
    }

    /** Sets the plugins, so that their flags are known; default none. */
    public Builder plugins(Plugins plugins) {
      this.plugins = Objects.requireNonNull(plugins, "plugins");
      return this;
    }

    /** Sets the command line; default empty. */
    public Builder arguments(String... arguments) {
      this.arguments = List.of(arguments);
      return this;
    }

    /** Sets the environment variables; default those of the process. */
    public Builder environment(Map<String, String> environment) {
      this.environment = Map.copyOf(environment);
      return this;
    }

    /**
     * Sets the file that beats defaults only; default {@code .env} in the working directory. It may
     * be missing.
     */
    public Builder dotEnv(Path file) {
      this.dotEnv = Objects.requireNonNull(file, "file");
      return this;
    }

    /** Reads no file. */
    public Builder noDotEnv() {
      this.dotEnv = null;
      return this;
    }

    /**
     * Reads everything once; blocks while it reads the file.
     *
     * @throws IllegalArgumentException when a flag is unknown or has no value, or a line of the
     *     file makes no sense
     * @throws java.io.UncheckedIOException when the file cannot be read
     */
    public Configuration load() {
      return new Configuration(this);
    }

    private List<Setting> known() {
      return Stream.of(settings, plugins.settings(), List.of(HELP)).flatMap(List::stream).toList();
    }
  }
}
