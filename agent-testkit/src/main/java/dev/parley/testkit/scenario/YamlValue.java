package dev.parley.testkit.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML file, where it stands, and what it can be read as. */
final class YamlValue {
  private final YamlFile file;
  private final String path;
  private final Node node;

  YamlValue(YamlFile file, String path, Node node) {
    this.file = file;
    this.path = path;
    this.node = node;
  }

  int line() {
    return lineOf(node);
  }

  static int lineOf(Node node) {
    return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
  }

  ScenarioException error(String problem) {
    return file.error(line(), path, problem);
  }

  /** An error that names the value. */
  ScenarioException mustBe(String form) {
    return error(shown() + " must be " + form);
  }

  private String shown() {
    if (node instanceof ScalarNode scalar) {
      return "'" + scalar.getValue() + "'";
    }
    return node instanceof SequenceNode ? "a list" : "a map";
  }

  boolean isNull() {
    return node.getTag().equals(Tag.NULL);
  }

  boolean isMap() {
    return node instanceof MappingNode;
  }

  boolean isScalar() {
    return node instanceof ScalarNode;
  }

  String asText() {
    if (node instanceof ScalarNode scalar && !isNull()) {
      return scalar.getValue();
    }
    throw mustBe("a text");
  }

  String asNonBlank() {
    String text = asText();
    if (text.isBlank()) {
      throw error("must not be blank");
    }
    return text;
  }

  /** One of these words. */
  String asOneOf(List<String> words) {
    String word = isNull() ? "null" : asText();
    if (!words.contains(word)) {
      throw mustBe("one of " + String.join(", ", words));
    }
    return word;
  }

  Duration asTime() {
    if (node instanceof ScalarNode scalar) {
      return Times.parse(scalar.getValue()).orElseThrow(() -> mustBe(Times.FORM));
    }
    throw mustBe(Times.FORM);
  }

  boolean asFlag() {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(scalar.getValue());
    }
    throw mustBe("true or false");
  }

  /** A flag that says something only when it is set. */
  void asTrue() {
    if (!asFlag()) {
      throw mustBe("true, or the key left out");
    }
  }

  int asCount() {
    if (node instanceof ScalarNode scalar
        && node.getTag().equals(Tag.INT)
        && scalar.getValue().matches("[0-9]{1,6}")) {
      return Integer.parseInt(scalar.getValue());
    }
    throw mustBe("a whole number");
  }

  double asProbability() {
    boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    double value =
        number && node instanceof ScalarNode scalar
            ? Double.parseDouble(scalar.getValue().replace(".inf", "2").replace(".nan", "2"))
            : -1;
    if (value < 0 || value > 1) {
      throw mustBe("a probability from 0 to 1");
    }
    return value;
  }

  List<YamlValue> asList() {
    if (!(node instanceof SequenceNode sequence)) {
      throw mustBe("a list");
    }
    var values = new ArrayList<YamlValue>();
    for (Node each : sequence.getValue()) {
      values.add(new YamlValue(file, path + "[" + values.size() + "]", each));
    }
    return values;
  }

  /** The value of every key, whatever the keys are. */
  Map<String, YamlValue> asEntries() {
    if (!(node instanceof MappingNode mapping)) {
      throw mustBe("a map");
    }
    var entries = new LinkedHashMap<String, YamlValue>();
    for (var tuple : mapping.getValue()) {
      String key = keyOf(tuple.getKeyNode());
      var value =
          new YamlValue(file, path.isEmpty() ? key : path + "." + key, tuple.getValueNode());
      if (entries.put(key, value) != null) {
        throw file.error(lineOf(tuple.getKeyNode()), path, "the key '" + key + "' is there twice");
      }
    }
    return entries;
  }

  private String keyOf(Node key) {
    if (key instanceof ScalarNode scalar) {
      return scalar.getValue();
    }
    throw file.error(lineOf(key), path, "a key must be a text");
  }

  /** A map with these keys and no others. */
  YamlMap asMap(List<String> keys) {
    var entries = asEntries();
    for (String key : entries.keySet()) {
      if (!keys.contains(key)) {
        throw file.error(
            lineOfKey(key),
            path,
            "unknown key '" + key + "'; known are " + String.join(", ", keys));
      }
    }
    return new YamlMap(this, entries);
  }

  private int lineOfKey(String key) {
    return ((MappingNode) node)
        .getValue().stream()
            .map(tuple -> tuple.getKeyNode())
            .filter(each -> keyOf(each).equals(key))
            .findFirst()
            .map(YamlValue::lineOf)
            .orElse(line());
  }

  /** Whatever it is, as strings, numbers, booleans, nulls, lists and maps. */
  @Nullable Object asData() {
    if (node instanceof SequenceNode) {
      var list = new ArrayList<@Nullable Object>();
      asList().forEach(each -> list.add(each.asData()));
      return list;
    }
    if (node instanceof MappingNode) {
      var map = new LinkedHashMap<String, @Nullable Object>();
      asEntries().forEach((key, value) -> map.put(key, value.asData()));
      return map;
    }
    return scalarData();
  }

  private @Nullable Object scalarData() {
    if (isNull()) {
      return null;
    }
    String text = asText();
    if (node.getTag().equals(Tag.BOOL)) {
      return Boolean.valueOf(text);
    }
    if (node.getTag().equals(Tag.INT)) {
      return text.matches("[-+]?[0-9]{1,18}") ? (Object) Long.valueOf(text) : text;
    }
    return node.getTag().equals(Tag.FLOAT)
        ? Double.valueOf(text.replace(".inf", "Infinity").replace(".nan", "NaN"))
        : text;
  }
}
