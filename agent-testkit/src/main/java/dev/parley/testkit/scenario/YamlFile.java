package dev.parley.testkit.scenario;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.composer.Composer;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A YAML file that is being read; makes errors that name it. */
final class YamlFile {
  private final String name;

  YamlFile(String name) {
    this.name = name;
  }

  String name() {
    return name;
  }

  /** Parses a text of one document. */
  YamlValue parse(String text) {
    var settings = LoadSettings.builder().setLabel(name).setSchema(new CoreSchema()).build();
    try {
      Node root =
          new Composer(settings, new ParserImpl(settings, new StreamReader(settings, text)))
              .getSingleNode()
              .orElseThrow(() -> new ScenarioException(name + ": the file is empty"));
      return new YamlValue(this, "", root);
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
      throw new ScenarioException(name + ":" + line + ": no YAML: " + e.getProblem(), e);
    } catch (YamlEngineException e) {
      throw new ScenarioException(name + ": no YAML: " + e.getMessage(), e);
    }
  }

  ScenarioException error(int line, String path, String problem) {
    return new ScenarioException(
        name + ":" + line + ": " + (path.isEmpty() ? "" : path + ": ") + problem);
  }
}
