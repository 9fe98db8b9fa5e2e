package dev.parley.tts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/** JSON in and out. */
final class Json {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  static ObjectNode object() {
    return MAPPER.createObjectNode();
  }

  static ObjectNode copyOf(ObjectNode node) {
    return node.deepCopy();
  }

  /** Parses a text; null when it is no JSON object. */
  static @Nullable JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(text);
      return node != null && node.isObject() ? node : null;
    } catch (JsonProcessingException notJson) {
      return null;
    }
  }

  /** Returns the first of these fields that is there and is not null; null: none. */
  static @Nullable JsonNode first(JsonNode node, String... fields) {
    for (String field : fields) {
      JsonNode value = node.get(field);
      if (value != null && !value.isNull()) {
        return value;
      }
    }
    return null;
  }

  /** Returns the text of the first of these fields that is there; empty: none. */
  static String text(JsonNode node, String... fields) {
    JsonNode value = first(node, fields);
    return value == null ? "" : value.asText();
  }

  /** Whether one of these fields is true. */
  static boolean isTrue(JsonNode node, String... fields) {
    JsonNode value = first(node, fields);
    return value != null && value.asBoolean();
  }

  /** Decodes a field of base64; empty when it is missing or broken, which must not end a reply. */
  static ByteBuffer bytes(JsonNode node, String... fields) {
    JsonNode value = first(node, fields);
    try {
      byte[] bytes = value == null ? null : value.binaryValue();
      return ByteBuffer.wrap(bytes == null ? new byte[0] : bytes);
    } catch (IOException broken) {
      return ByteBuffer.allocate(0);
    }
  }
}
