package dev.parley.internal.event;

import dev.parley.AgentEvent;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of an event, so that no event has to list them a second time. */
public final class EventFields {
  private static final ClassValue<RecordComponent[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected RecordComponent[] computeValue(Class<?> type) {
          RecordComponent[] components = type.getRecordComponents();
          return components == null ? new RecordComponent[0] : components;
        }
      };

  private EventFields() {}

  /** Returns the fields but {@code at}, in the order in which the record declares them. */
  public static Map<String, Object> of(AgentEvent event) {
    var fields = new LinkedHashMap<String, Object>();
    for (RecordComponent component : COMPONENTS.get(event.getClass())) {
      Object value = plain(valueOf(component, event));
      if (value != null && !component.getName().equals("at")) {
        fields.put(component.getName(), value);
      }
    }
    return fields;
  }

  private static @Nullable Object valueOf(RecordComponent component, AgentEvent event) {
    try {
      return component.getAccessor().invoke(event);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "cannot read " + component + "; event records must be public", e);
    }
  }

  private static @Nullable Object plain(@Nullable Object value) {
    if (value instanceof Duration duration) {
      return duration.toNanos() / 1e9;
    }
    if (value instanceof Enum<?> constant) {
      return camelCase(constant.name());
    }
    return value;
  }

  private static String camelCase(String constant) {
    var result = new StringBuilder();
    for (String part : constant.toLowerCase(Locale.ROOT).split("_", -1)) {
      result.append(
          result.isEmpty()
              ? part
              : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return result.toString();
  }
}
