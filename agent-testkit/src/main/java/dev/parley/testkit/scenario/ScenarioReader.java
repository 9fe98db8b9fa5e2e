package dev.parley.testkit.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apiguardian.api.API;

/**
 * Reads scenario files, strictly: an unknown key or a bad value is an error that names file, line
 * and key. Thread-safe.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScenarioReader {
  private static final List<String> KEYS =
      List.of(
          "scenario",
          "agent",
          "transport",
          "vad",
          "stt",
          "detector",
          "people",
          "brain",
          "fallbackBrain",
          "voice",
          "fallbackVoice",
          "tools",
          "app",
          "expect");

  private static final YamlMap NOTHING = new YamlFile("").parse("{}").asMap(List.of());

  /** Creates a reader. */
  public ScenarioReader() {}

  /**
   * Reads a file.
   *
   * @throws ScenarioException when it cannot be read or is wrong
   */
  public Scenario read(Path file) {
    try {
      return read(file.toString(), Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new ScenarioException(file + ": there is no such file", e);
    } catch (CharacterCodingException e) {
      throw new ScenarioException(file + ": the file is not UTF-8 text", e);
    } catch (IOException e) {
      throw new ScenarioException(file + ": the file cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a text.
   *
   * @param name names the text in errors and reports
   * @throws ScenarioException when it is wrong
   */
  public Scenario read(String name, String text) {
    YamlMap file = new YamlFile(name).parse(text).asMap(KEYS);
    String sentence = file.need("scenario").asNonBlank();
    return new Scenario(name, sentence, parts(file));
  }

  private static Scenario.Parts parts(YamlMap file) {
    var plugins = new PluginsReader();
    List<AppAction> app = AppReader.read(file.list("app"));
    return new Scenario.Parts(
        new AgentReader(section(file, "agent", AgentReader.keys())).read(),
        plugins.transport(section(file, "transport", List.of("pausable", "buffer", "drops"))),
        plugins.vad(section(file, "vad", List.of("startsAfter", "endsAfter"))),
        plugins.drops(section(file, "stt", List.of("drops"))),
        present(file, "detector").map(plugins::detector).orElse(null),
        new PeopleReader().read(file.list("people"), app),
        plugins.brain(file.list("brain")),
        plugins.brain(file.list("fallbackBrain")),
        plugins.voice(section(file, "voice", PluginsReader.voiceKeys())),
        fallbackVoice(file).map(plugins::voice).orElse(null),
        present(file, "tools").map(plugins::tools).orElse(List.of()),
        app,
        ExpectReader.read(section(file, "expect", ExpectReader.KEYS)));
  }

  private static Optional<YamlMap> fallbackVoice(YamlMap file) {
    return present(file, "fallbackVoice").map(each -> each.asMap(PluginsReader.voiceKeys()));
  }

  private static YamlMap section(YamlMap file, String key, List<String> keys) {
    return present(file, key).map(each -> each.asMap(keys)).orElse(NOTHING);
  }

  /** A key without a value is as good as none. */
  private static Optional<YamlValue> present(YamlMap file, String key) {
    return file.find(key).filter(each -> !each.isNull());
  }
}
