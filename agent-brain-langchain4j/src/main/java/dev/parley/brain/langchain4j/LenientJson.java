package dev.parley.brain.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.parley.ToolCall;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tool's arguments as models write them: JSON or nearly so.
 *
 * <p>Repaired is what can only mean one thing: fences of Markdown, single quotes, bare names,
 * trailing commas, comments, Python's words, JSON within a string, closing brackets that are
 * missing after a complete value. A text or number that may have been cut is not: a tool would run
 * with half of it.
 */
final class LenientJson {
  private static final ObjectMapper STRICT =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();
  private static final ObjectMapper LENIENT =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  /** JSON's own, and that of the single quote. */
  private static final String ESCAPES = "\"\\/bfnrtu'";

  private static final TypeReference<Map<String, @Nullable Object>> OBJECT =
      new TypeReference<>() {};

  private LenientJson() {}

  /**
   * Arguments as understood.
   *
   * @param values by name
   * @param text valid JSON, or what the model wrote when there is a problem
   * @param problem what is wrong, for the model, or null
   */
  record Arguments(Map<String, @Nullable Object> values, String text, @Nullable String problem) {}

  static Arguments read(@Nullable String written) {
    String text = written == null || written.isBlank() ? "{}" : written.strip();
    try {
      return arguments(tree(text), text);
    } catch (JsonProcessingException broken) {
      return repaired(text, broken);
    }
  }

  /** The arguments of a call as valid JSON. */
  static String valid(ToolCall call) {
    Arguments arguments = read(call.argumentsText());
    return arguments.problem() == null ? arguments.text() : "{}";
  }

  private static Arguments repaired(String text, JsonProcessingException broken) {
    try {
      if (hasStrangeEscape(text)) {
        throw broken;
      }
      JsonNode tree = LENIENT.readTree(MissingBrackets.close(JsonWords.plain(unfenced(text))));
      return arguments(tree, LENIENT.writeValueAsString(tree));
    } catch (JsonProcessingException hopeless) {
      return new Arguments(Map.of(), text, "this is no JSON: " + broken.getOriginalMessage());
    }
  }

  /** Jackson would drop the backslash: a path of Windows would be another one. */
  private static boolean hasStrangeEscape(String text) {
    for (int i = text.indexOf('\\');
        i >= 0 && i + 1 < text.length();
        i = text.indexOf('\\', i + 2)) {
      if (ESCAPES.indexOf(text.charAt(i + 1)) < 0) {
        return true;
      }
    }
    return false;
  }

  private static JsonNode tree(String text) throws JsonProcessingException {
    return STRICT.readTree(text);
  }

  private static Arguments arguments(JsonNode tree, String text) throws JsonProcessingException {
    if (tree.isObject()) {
      return new Arguments(STRICT.convertValue(tree, OBJECT), text, null);
    }
    if (tree.isTextual() && tree.textValue().strip().startsWith("{")) {
      String inner = tree.textValue().strip();
      return arguments(tree(inner), inner);
    }
    if (tree.isNull()) {
      return new Arguments(Map.of(), "{}", null);
    }
    return new Arguments(Map.of(), text, "the arguments must be a JSON object");
  }

  private static String unfenced(String text) {
    int begin = text.indexOf('{');
    return text.startsWith("```") && begin > 0
        ? text.substring(begin, text.endsWith("```") ? text.length() - 3 : text.length()).strip()
        : text;
  }
}
