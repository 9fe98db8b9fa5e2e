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
  private static final String OWN_BRAIN = "local";
  private static final String FREE_SPEECH = "set ASSEMBLYAI_API_KEY for free speech";
  private static final String LANGUAGE_MODEL = "set OPENAI_API_KEY for a language model";

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
      String kind = line.replaceFirst(":.*", "");
      if (kind.equals(PluginKind.STT.title())) {
        lines.add(kind + ": " + named(PluginKind.STT, OWN_RECOGNISER, FREE_SPEECH));
      } else if (kind.equals(PluginKind.BRAIN.title())) {
        lines.add(kind + ": " + named(PluginKind.BRAIN, OWN_BRAIN, LANGUAGE_MODEL));
      } else if (kind.equals(PluginKind.TTS.title())) {
        lines.add(kind + ": " + named(PluginKind.TTS, OWN_VOICE, voices()));
      } else if (!kind.equals(PluginKind.TRANSPORT.title())) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Whether all that is said stays on this machine. */
  boolean isLocal() {
    return name(PluginKind.STT).equals(OWN_RECOGNISER)
        && name(PluginKind.BRAIN).equals(OWN_BRAIN)
        && name(PluginKind.TTS).equals(OWN_VOICE);
  }

  private String named(PluginKind<?> kind, String own, String better) {
    String name = name(kind);
    return name.equals(own) ? name + " (" + better + ")" : name;
  }

  private String name(PluginKind<?> kind) {
    return plugins.choose(kind, configuration).name();
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
