package dev.parley.testkit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/** Writes JSON on one line, the same text for the same value on every machine. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class Json {
  private Json() {}

  /**
   * Writes strings, numbers, booleans, nulls, lists, and maps in their own order; numbers to the
   * microsecond, without trailing zeros.
   */
  public static String write(@Nullable Object value) {
    var out = new StringBuilder();
    append(value, out);
    return out.toString();
  }

  private static void append(@Nullable Object value, StringBuilder out) {
    if (value instanceof Map<?, ?> map) {
      appendMap(map, out);
    } else if (value instanceof Iterable<?> list) {
      appendList(list, out);
    } else if (value instanceof Number number) {
      out.append(plain(number));
    } else if (value == null || value instanceof Boolean) {
      out.append(value);
    } else {
      appendText(value.toString(), out);
    }
  }

  private static String plain(Number number) {
    if (number instanceof Double || number instanceof Float) {
      var decimal = BigDecimal.valueOf(number.doubleValue()).setScale(6, RoundingMode.HALF_EVEN);
      return decimal.signum() == 0 ? "0" : decimal.stripTrailingZeros().toPlainString();
    }
    return number.toString();
  }

  private static void appendMap(Map<?, ?> map, StringBuilder out) {
    String separator = "{";
    for (Map.Entry<?, ?> entry : map.entrySet()) {
      out.append(separator);
      appendText(String.valueOf(entry.getKey()), out);
      out.append(':');
      append(entry.getValue(), out);
      separator = ",";
    }
    out.append(map.isEmpty() ? "{}" : "}");
  }

  private static void appendList(Iterable<?> list, StringBuilder out) {
    out.append('[');
    String separator = "";
    for (Object each : list) {
      out.append(separator);
      append(each, out);
      separator = ",";
    }
    out.append(']');
  }

  private static void appendText(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      appendCharacter(text.charAt(i), out);
    }
    out.append('"');
  }

  private static void appendCharacter(char c, StringBuilder out) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
  }
}
