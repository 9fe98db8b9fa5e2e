package dev.parley.internal.config;

import dev.parley.PluginKind;
import dev.parley.spi.Setting;
import java.util.ArrayList;
import java.util.List;

/** Describes settings and plugins for a terminal. */
public final class HelpText {
  private static final int WIDTH = 80;

  private final StringBuilder text = new StringBuilder();

  private HelpText() {}

  /** Describes the settings of an application. */
  public static String ofSettings(List<Setting> settings) {
    var help = new HelpText();
    help.line("", "Flags beat environment variables, which beat .env, which beats defaults.");
    help.line("", "");
    settings.forEach(each -> help.setting("  ", each));
    return help.text.toString();
  }

  /** Describes the plugins of every kind. */
  public static String ofPlugins(List<Plugin<?>> plugins) {
    var help = new HelpText();
    for (PluginKind<?> kind : PluginKind.all()) {
      help.line("", "");
      help.kind(kind);
      plugins.stream().filter(each -> each.kind().equals(kind)).forEach(help::plugin);
    }
    return help.text.toString();
  }

  private void kind(PluginKind<?> kind) {
    line("", kind.title() + ": " + head(kind.setting()));
    wrapped("    ", kind.setting().sentence());
  }

  private void plugin(Plugin<?> plugin) {
    line("  ", plugin.name());
    wrapped("      ", plugin.sentence());
    plugin.settings().forEach(each -> setting("    ", each));
  }

  private void setting(String indent, Setting setting) {
    line(indent, head(setting));
    wrapped(indent + "    ", setting.sentence() + values(setting));
  }

  private static String head(Setting setting) {
    var names = new ArrayList<String>();
    names.add(setting.variable());
    names.addAll(setting.aliases());
    return flag(setting) + "  (" + String.join(" or ", names) + ")";
  }

  private static String flag(Setting setting) {
    return Flags.isSwitch(setting)
        ? "--" + setting.key() + ", --no-" + setting.key()
        : "--" + setting.key() + " VALUE";
  }

  private static String values(Setting setting) {
    return (setting.choices().isEmpty()
            ? ""
            : " One of " + String.join(", ", setting.choices()) + ".")
        + (setting.required() ? " Required." : "")
        + (setting.secret() ? " Secret." : "")
        + shownDefault(setting);
  }

  private static String shownDefault(Setting setting) {
    return setting.secret()
        ? ""
        : setting.defaultValue().map(each -> " Default: " + each + ".").orElse("");
  }

  private void wrapped(String indent, String sentence) {
    var line = new StringBuilder();
    for (String word : sentence.split(" ", -1)) {
      if (!line.isEmpty() && indent.length() + line.length() + 1 + word.length() > WIDTH) {
        line(indent, line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    line(indent, line.toString());
  }

  private void line(String indent, String content) {
    text.append(content.isEmpty() ? "" : indent).append(content).append('\n');
  }
}
