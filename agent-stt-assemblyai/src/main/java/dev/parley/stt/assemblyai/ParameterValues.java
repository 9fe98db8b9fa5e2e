package dev.parley.stt.assemblyai;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Checked values of parameters, in the order in which they were first set. Immutable. */
final class ParameterValues {
  static final ParameterValues NONE = new ParameterValues(Map.of());

  private final Map<Parameter, Object> values;

  private ParameterValues(Map<Parameter, Object> values) {
    this.values = Collections.unmodifiableMap(values);
  }

  /** Returns these with one more or another value. */
  ParameterValues with(Parameter parameter, Object plainValue) {
    var copy = new LinkedHashMap<>(values);
    copy.put(parameter, plainValue);
    return new ParameterValues(copy);
  }

  /** Returns these and, where both have a value, the others'. */
  ParameterValues with(ParameterValues others) {
    var copy = new LinkedHashMap<>(values);
    copy.putAll(others.values);
    return new ParameterValues(copy);
  }

  /** Returns those that pass. */
  ParameterValues only(Predicate<Parameter> test) {
    var copy = new LinkedHashMap<>(values);
    copy.keySet().removeIf(test.negate());
    return new ParameterValues(copy);
  }

  /** Returns those whose value differs from what the others say. */
  ParameterValues differingFrom(ParameterValues others) {
    return only(each -> !Objects.equals(values.get(each), others.values.get(each)));
  }

  /** The values by parameter; unmodifiable. */
  Map<Parameter, Object> asMap() {
    return values;
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  boolean has(Parameter parameter) {
    return values.containsKey(parameter);
  }

  @Nullable Object get(Parameter parameter) {
    return values.get(parameter);
  }

  /** Whether a flag is set to true. */
  boolean isOn(Parameter flag) {
    return Boolean.TRUE.equals(values.get(flag));
  }

  /** Whether a flag is set to false. */
  boolean isOff(Parameter flag) {
    return Boolean.FALSE.equals(values.get(flag));
  }

  /** A whole number, if it is set. */
  Optional<Long> whole(Parameter parameter) {
    return Optional.ofNullable((Long) values.get(parameter));
  }

  /** Tells the names only: prompts and names of people are among the values. */
  @Override
  public String toString() {
    return values.keySet().toString();
  }
}
