package dev.parley.internal.config;

import dev.parley.PluginKind;
import dev.parley.spi.Setting;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Describes settings and plugins for documentation. */
public final class MarkdownTables {
  private static final String HEAD =
      "| flag | variable | default | what it does |\n|---|---|---|---|\n";

  private MarkdownTables() {}

  /** Describes the settings of an application. */
  public static String ofSettings(List<Setting> settings) {
    return table(settings);
  }

  /** Describes the plugins of every kind. */
  public static String ofPlugins(List<Plugin<?>> plugins) {
    return PluginKind.all().stream().map(each -> kind(each, plugins)).collect(Collectors.joining());
  }

  private static String kind(PluginKind<?> kind, List<Plugin<?>> plugins) {
    String described =
        plugins.stream()
            .filter(each -> each.kind().equals(kind))
            .map(MarkdownTables::plugin)
            .collect(Collectors.joining());
    return "\n### %s\n\n%s%s".formatted(kind.title(), table(List.of(kind.setting())), described);
  }

  private static String plugin(Plugin<?> plugin) {
    String settings = plugin.settings().isEmpty() ? "" : "\n" + table(plugin.settings());
    return "\n#### `%s`\n\n%s\n%s".formatted(plugin.name(), plugin.sentence(), settings);
  }

  private static String table(List<Setting> settings) {
    return HEAD + settings.stream().map(MarkdownTables::row).collect(Collectors.joining());
  }

  private static String row(Setting setting) {
    String flags =
        Flags.isSwitch(setting)
            ? code(setting.key()) + ", " + code("no-" + setting.key())
            : code(setting.key());
    return "| %s | %s | %s | %s |\n"
        .formatted(flags, variables(setting), initial(setting), sentence(setting));
  }

  private static String code(String key) {
    return "`--" + key + "`";
  }

  private static String variables(Setting setting) {
    return Stream.concat(Stream.of(setting.variable()), setting.aliases().stream())
        .map(each -> "`" + each + "`")
        .collect(Collectors.joining(", "));
  }

  private static String initial(Setting setting) {
    if (setting.required()) {
      return "required" + (setting.secret() ? ", secret" : "");
    }
    return setting.secret()
        ? "secret"
        : setting.defaultValue().map(each -> "`" + cell(each) + "`").orElse("");
  }

  private static String sentence(Setting setting) {
    String choices =
        setting.choices().isEmpty()
            ? ""
            : " One of `" + String.join("`, `", setting.choices()) + "`.";
    return cell(setting.sentence() + choices);
  }

  /** A bar would end the table's cell. */
  private static String cell(String text) {
    return text.replace("|", "\\|").replace('\n', ' ');
  }
}
