package dev.parley.testkit.assemblyai;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/** Reads and writes JSON. Thread-safe. */
final class JsonLines {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private JsonLines() {}

  /** Returns the value, or nothing when it is no JSON. */
  static Optional<JsonNode> read(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text)).filter(node -> !node.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  static ObjectNode object(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  /** Whether a message holds these fields with these values; numbers compare by value. */
  static boolean contains(JsonNode message, JsonNode expected) {
    if (!expected.isObject()) {
      return expected.isNumber()
          ? message.isNumber() && message.asDouble() == expected.asDouble()
          : expected.equals(message);
    }
    for (var field : expected.properties()) {
      if (!contains(message.path(field.getKey()), field.getValue())) {
        return false;
      }
    }
    return true;
  }
}
