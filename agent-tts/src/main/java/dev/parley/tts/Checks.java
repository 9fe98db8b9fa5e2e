package dev.parley.tts;

import java.time.Duration;

/** Checks of what builders are given. */
final class Checks {
  private Checks() {}

  static Duration positive(String name, Duration duration) {
    if (duration.isZero() || duration.isNegative()) {
      throw new IllegalArgumentException(name + " is " + duration + ", must be positive");
    }
    return duration;
  }

  static double between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + " is " + value + ", must be " + least + " to " + most);
    }
    return value;
  }

  static int atLeastOne(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " is " + value + ", must be at least 1");
    }
    return value;
  }

  static String notBlank(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " is blank; give it or leave the default");
    }
    return value.strip();
  }

  /** Returns the key without blanks around it, checked for what no header can hold. */
  static String bareKey(String key) {
    String bare = key.strip();
    if (!bare.chars().allMatch(each -> each > ' ' && each < 127)) {
      throw new IllegalArgumentException(
          "the API key holds blanks or other characters that no key has; copy it anew");
    }
    return bare;
  }

  static String key(String engine, String variable, String key) {
    if (key.isBlank()) {
      throw new IllegalArgumentException(
          engine + " has no API key; give apiKey(...) or set " + variable);
    }
    return key.strip();
  }

  static int oneOf(String name, int value, int... allowed) {
    for (int each : allowed) {
      if (each == value) {
        return value;
      }
    }
    throw new IllegalArgumentException(
        name + " is " + value + ", the vendor speaks " + java.util.Arrays.toString(allowed));
  }
}
