package dev.parley.stt.assemblyai;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Writes what the client says. The server ends the session at any type or value that it does not
 * know.
 */
final class MessageWriter {
  static final String FORCE_ENDPOINT = typed("ForceEndpoint").toString();
  static final String KEEP_ALIVE = typed("KeepAlive").toString();
  static final String TERMINATE = typed("Terminate").toString();

  private MessageWriter() {}

  /** Changes these and nothing else; lists are native arrays here, unlike in the URL. */
  static String updateConfiguration(ParameterValues values) {
    ObjectNode update = typed("UpdateConfiguration");
    values
        .asMap()
        .forEach(
            (parameter, value) -> update.set(parameter.name(), Json.MAPPER.valueToTree(value)));
    return update.toString();
  }

  /** Writes a value as it stands in the URL: lists as one JSON array. */
  static String inUrl(Object value) {
    return value instanceof List<?> ? Json.MAPPER.valueToTree(value).toString() : value.toString();
  }

  private static ObjectNode typed(String type) {
    return Json.MAPPER.createObjectNode().put("type", type);
  }
}
