package dev.parley.agora.simulator.engine;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Private parameters: kept and given back, without any effect. Thread-safe. */
public final class ParameterStore {
  private final Map<String, Object> values = new ConcurrentHashMap<>();

  /** Starts empty. */
  public ParameterStore() {}

  /** Keeps a value. */
  public int put(@Nullable String key, @Nullable Object value) {
    if (key == null || key.isEmpty() || value == null) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    values.put(key, value);
    return ErrorCode.OK;
  }

  /** Accepts a JSON object or refuses it by its look. */
  public int putJson(@Nullable String json) {
    String text = json == null ? "" : json.trim();
    if (!text.startsWith("{") || !text.endsWith("}")) {
      return ErrorCode.INVALID_ARGUMENT;
    }
    values.put("", text);
    return ErrorCode.OK;
  }

  /** Returns a value of this type, or null. */
  public <T> @Nullable T get(@Nullable String key, Class<T> type) {
    Object value = key == null ? null : values.get(key);
    return type.isInstance(value) ? type.cast(value) : null;
  }
}
