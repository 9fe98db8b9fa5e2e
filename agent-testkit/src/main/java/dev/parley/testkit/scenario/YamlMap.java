package dev.parley.testkit.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A map of a YAML file whose keys have been checked. */
final class YamlMap {
  private final YamlValue value;
  private final Map<String, YamlValue> entries;

  YamlMap(YamlValue value, Map<String, YamlValue> entries) {
    this.value = value;
    this.entries = entries;
  }

  int line() {
    return value.line();
  }

  ScenarioException error(String problem) {
    return value.error(problem);
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  boolean isEmpty() {
    return entries.isEmpty();
  }

  Optional<YamlValue> find(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  YamlValue need(String key) {
    return find(key).orElseThrow(() -> error("the key '" + key + "' is missing"));
  }

  String text(String key, String otherwise) {
    return find(key).map(YamlValue::asText).orElse(otherwise);
  }

  /** The text, or null when the key is not there or its value is null. */
  @Nullable String textOrNull(String key) {
    return find(key).filter(each -> !each.isNull()).map(YamlValue::asText).orElse(null);
  }

  String oneOf(String key, String otherwise, List<String> words) {
    return find(key).map(each -> each.asOneOf(words)).orElse(otherwise);
  }

  Duration time(String key, Duration otherwise) {
    return find(key).map(YamlValue::asTime).orElse(otherwise);
  }

  /** The time; null where the file says null. */
  @Nullable Duration timeOrNull(String key, @Nullable Duration otherwise) {
    YamlValue found = entries.get(key);
    if (found == null) {
      return otherwise;
    }
    return found.isNull() ? null : found.asTime();
  }

  boolean flag(String key, boolean otherwise) {
    return find(key).map(YamlValue::asFlag).orElse(otherwise);
  }

  int count(String key, int otherwise) {
    return find(key).map(YamlValue::asCount).orElse(otherwise);
  }

  List<YamlValue> list(String key) {
    return find(key).filter(each -> !each.isNull()).map(YamlValue::asList).orElse(List.of());
  }

  List<String> texts(String key) {
    return list(key).stream().map(YamlValue::asText).toList();
  }
}
