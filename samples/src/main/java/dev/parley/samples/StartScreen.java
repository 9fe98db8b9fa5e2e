package dev.parley.samples;

import dev.parley.Configuration;
import dev.parley.PluginKind;
import dev.parley.Plugins;
import java.util.ArrayList;
import java.util.List;

/** What a café's program says when it starts: the plugins in use, and what gives better ones. */
final class StartScreen {
  /** The voice that needs no account. */
  static final String OWN_VOICE = "freetts";

  private static final String OWN_RECOGNISER = "sphinx";

  private final Plugins plugins;
  private final Configuration configuration;

  StartScreen(Plugins plugins, Configuration configuration) {
    this.plugins = plugins;
    this.configuration = configuration;
  }

  /** A line for each kind of plugin. */
  List<String> lines() {
    var lines = new ArrayList<String>();
    for (String line : plugins.explain(configuration)) {
      if (line.startsWith(PluginKind.STT.title() + ":")) {
        lines.add(ears());
      } else if (line.equals(PluginKind.TTS.title() + ": " + OWN_VOICE)) {
        lines.add(line + " (" + voices() + ")");
      } else if (!line.startsWith(PluginKind.TRANSPORT.title() + ":")) {
        lines.add(line);
      }
    }
    return lines;
  }

  private String ears() {
    String name = plugins.choose(PluginKind.STT, configuration).name();
    String hint = " (set ASSEMBLYAI_API_KEY for free speech)";
    return PluginKind.STT.title() + ": " + name + (name.equals(OWN_RECOGNISER) ? hint : "");
  }

  private String voices() {
    List<String> others =
        plugins.names(PluginKind.TTS).stream()
            .filter(name -> !name.equals(OWN_VOICE))
            .map(name -> "--tts " + name)
            .sorted()
            .toList();
    return "with a key: " + String.join(", ", others);
  }
}
