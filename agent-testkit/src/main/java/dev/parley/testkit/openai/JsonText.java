package dev.parley.testkit.openai;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** Reads JSON, which is YAML too, and writes texts. */
final class JsonText {
  private JsonText() {}

  /** Maps, lists, texts, numbers, booleans and nulls. */
  static @Nullable Object read(String json) {
    try {
      LoadSettings settings = LoadSettings.builder().setSchema(new JsonSchema()).build();
      return new Load(settings).loadFromString(json);
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException("this is no JSON: " + e.getMessage(), e);
    }
  }

  /** An object's members; none when it is no object. */
  static Map<String, @Nullable Object> object(@Nullable Object value) {
    var members = new TreeMap<String, @Nullable Object>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put(String.valueOf(name), member));
    }
    return members;
  }

  /** A text in quotes. */
  static String quoted(String text) {
    var json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ') {
        json.append(String.format("\\u%04x", (int) c));
      } else {
        json.append(c);
      }
    }
    return json.append('"').toString();
  }
}
