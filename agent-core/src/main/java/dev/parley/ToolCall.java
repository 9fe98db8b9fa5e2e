package dev.parley;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * A model's wish to have a tool run. Immutable.
 *
 * @param id unique in the session
 * @param tool the tool's name
 * @param arguments the arguments by name; values are strings, numbers, booleans, lists, maps and
 *     nulls
 * @param argumentsText the arguments as the model wrote them, usually JSON
 * @param problem what is wrong with the arguments, for the model to read, or null
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record ToolCall(
    String id,
    String tool,
    Map<String, @Nullable Object> arguments,
    String argumentsText,
    @Nullable String problem) {
  /** Copies the map. */
  public ToolCall {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(tool, "tool");
    arguments = Collections.unmodifiableMap(new LinkedHashMap<>(arguments));
    Objects.requireNonNull(argumentsText, "argumentsText");
  }

  /** Creates a call whose arguments were understood. */
  public ToolCall(
      String id, String tool, Map<String, @Nullable Object> arguments, String argumentsText) {
    this(id, tool, arguments, argumentsText, null);
  }

  /** Tells id and name, never arguments. */
  @Override
  public String toString() {
    return "ToolCall[" + tool + " " + id + "]";
  }
}
