package dev.parley.local;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes flat objects of strings as JSON. */
final class Json {
  private Json() {}

  static String of(Map<String, String> object) {
    return new TreeMap<>(object)
        .entrySet().stream()
            .map(each -> quoted(each.getKey()) + ":" + quoted(each.getValue()))
            .collect(Collectors.joining(",", "{", "}"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + '"';
  }
}
