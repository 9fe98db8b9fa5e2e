package dev.parley.testkit.tts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Compares messages with what a script says of them: at least these fields, {@code *} for anything,
 * {@code $name} for a value that the first message binds. Not thread-safe.
 */
final class MessageMatch {
  private static final Set<String> SPOKEN = Set.of("text", "transcript", "input");

  private final Map<String, JsonNode> variables = new HashMap<>();

  /** Whether a message holds what is expected; binds variables if it does. */
  boolean matches(JsonNode expected, JsonNode actual) {
    var bound = new HashMap<>(variables);
    if (!holds(expected, actual, "", bound)) {
      return false;
    }
    variables.putAll(bound);
    return true;
  }

  /** Returns a message with the variables in it replaced. */
  JsonNode insert(JsonNode message) {
    if (message.isTextual() && message.asText().startsWith("$")) {
      return variables.getOrDefault(message.asText(), message);
    }
    if (message instanceof ObjectNode object) {
      ObjectNode copy = object.deepCopy();
      object.properties().forEach(each -> copy.set(each.getKey(), insert(each.getValue())));
      return copy;
    }
    return message;
  }

  private static boolean holds(
      JsonNode expected, JsonNode actual, String field, Map<String, JsonNode> bound) {
    if (expected.isObject()) {
      return expected.properties().stream()
          .allMatch(
              each -> holds(each.getValue(), actual.path(each.getKey()), each.getKey(), bound));
    }
    if (expected.isArray()) {
      return holdsAll(expected, actual, field, bound);
    }
    if (expected.isTextual()) {
      return text(expected.asText(), actual, field, bound);
    }
    return expected.isNumber()
        ? actual.isNumber() && expected.asDouble() == actual.asDouble()
        : expected.equals(actual);
  }

  private static boolean holdsAll(
      JsonNode expected, JsonNode actual, String field, Map<String, JsonNode> bound) {
    boolean same = expected.size() == actual.size();
    for (int i = 0; same && i < expected.size(); i++) {
      same = holds(expected.get(i), actual.get(i), field, bound);
    }
    return same;
  }

  private static boolean text(
      String expected, JsonNode actual, String field, Map<String, JsonNode> bound) {
    if (expected.startsWith("$")) {
      JsonNode before = bound.putIfAbsent(expected, actual);
      return actual.isTextual() && (before == null || before.equals(actual));
    }
    return text(expected, actual, field);
  }

  private static boolean text(String expected, JsonNode actual, String field) {
    if (expected.equals("*")) {
      return true;
    }
    boolean blankMatters = expected.isBlank();
    String found = actual.asText();
    if (SPOKEN.contains(field) && !blankMatters) {
      return actual.isTextual() && expected.strip().equals(found.strip());
    }
    return actual.isValueNode() && !actual.isNull() && wildcard(expected, found);
  }

  /** Compares texts of which the expected may begin or end with a star. */
  static boolean wildcard(String expected, String actual) {
    if (expected.equals("*")) {
      return true;
    }
    if (expected.endsWith("*")) {
      return actual.startsWith(expected.substring(0, expected.length() - 1));
    }
    return expected.startsWith("*")
        ? actual.endsWith(expected.substring(1))
        : expected.equals(actual);
  }

  /** Whether all these values are among the others. */
  static boolean matchesAll(JsonNode expected, Map<String, String> actual) {
    return expected.properties().stream()
        .allMatch(
            each ->
                actual.containsKey(each.getKey())
                    && wildcard(each.getValue().asText(), actual.get(each.getKey())));
  }
}
