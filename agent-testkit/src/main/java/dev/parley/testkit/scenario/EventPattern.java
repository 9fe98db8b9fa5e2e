package dev.parley.testkit.scenario;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an event must look like; what is not given is not compared.
 *
 * @param line where it stands in its file
 * @param tolerance its own, or null: that of the file
 * @param fields by name: texts with single blanks, numbers, flags, times
 */
record EventPattern(
    int line,
    EventKind kind,
    @Nullable Duration at,
    @Nullable Duration before,
    @Nullable Duration notBefore,
    @Nullable Duration tolerance,
    Map<String, Object> fields) {

  boolean matches(LoggedEvent event, Duration fileTolerance) {
    Duration margin = tolerance == null ? fileTolerance : tolerance;
    return event.name().equals(kind.eventName())
        && timeMatches(event.at(), margin)
        && fieldsMatch(event, margin);
  }

  private boolean timeMatches(Duration time, Duration margin) {
    return (at == null || near(time, at, margin))
        && (before == null || time.compareTo(before.plus(margin)) <= 0)
        && (notBefore == null || time.compareTo(notBefore.minus(margin)) >= 0);
  }

  private static boolean near(Duration one, Duration other, Duration margin) {
    return one.minus(other).abs().compareTo(margin) <= 0;
  }

  private boolean fieldsMatch(LoggedEvent event, Duration margin) {
    return fields.entrySet().stream()
        .allMatch(
            field -> valueMatches(field.getValue(), event.fields().get(field.getKey()), margin));
  }

  private static boolean valueMatches(Object expected, @Nullable Object actual, Duration margin) {
    if (expected instanceof Duration time) {
      return actual instanceof Number seconds
          && near(Duration.ofNanos(Math.round(seconds.doubleValue() * 1e9)), time, margin);
    }
    if (expected instanceof Number number) {
      return actual instanceof Number other && number.doubleValue() == other.doubleValue();
    }
    return actual instanceof String text
        ? expected.equals(Texts.collapse(text))
        : expected.equals(actual);
  }

  /** As it would stand in a file. */
  @Override
  public String toString() {
    var out = new StringBuilder("{");
    show(out, "at", at);
    show(out, "before", before);
    show(out, "notBefore", notBefore);
    out.append("event: ").append(kind.eventName());
    fields.forEach(
        (name, value) -> out.append(", ").append(name).append(": ").append(shown(value)));
    return out.append('}').toString();
  }

  private static void show(StringBuilder out, String key, @Nullable Duration time) {
    if (time != null) {
      out.append(key).append(": ").append(Times.show(time)).append(", ");
    }
  }

  private static Object shown(Object value) {
    if (value instanceof Duration time) {
      return Times.show(time);
    }
    return value instanceof String text ? "\"" + text + "\"" : value;
  }
}
