package dev.parley.brain.langchain4j;

import dev.parley.spi.Setting;
import dev.parley.spi.Settings;
import java.time.Duration;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Values of settings that are such as a server can be asked with; others are refused by name. */
final class Checked {
  private static final double HOTTEST = 2;

  private Checked() {}

  /** A URL that requests can go to. */
  static Optional<String> url(Settings settings, Setting setting) {
    Optional<String> given = settings.find(setting).map(String::strip);
    if (given.isPresent() && HttpUrl.parse(given.get()) == null) {
      String value = given.get().contains("@") ? "not valid" : "'" + given.get() + "'";
      throw new IllegalArgumentException(
          setting + " is " + value + ", must be a URL that begins with http:// or https://");
    }
    return given;
  }

  /** A key that can stand in a header; it is never told. */
  static Optional<String> key(Settings settings, Setting setting) {
    Optional<String> given = settings.find(setting).map(String::strip);
    if (given.isPresent() && !given.get().matches("[!-~]+")) {
      throw new IllegalArgumentException(
          setting
              + " has a character that no key has, such as a space, a line break or a curly quote; copy the key again");
    }
    return given;
  }

  static Optional<Double> temperature(Settings settings, Setting setting) {
    if (settings.find(setting).isEmpty()) {
      return Optional.empty();
    }
    double given = settings.getDouble(setting);
    if (!(given >= 0 && given <= HOTTEST)) {
      throw new IllegalArgumentException(setting + " is " + given + ", must be 0 to 2");
    }
    return Optional.of(given);
  }

  static Optional<Integer> count(Settings settings, Setting setting) {
    if (settings.find(setting).isEmpty()) {
      return Optional.empty();
    }
    int given = settings.getInt(setting);
    if (given < 1) {
      throw new IllegalArgumentException(setting + " is " + given + ", must be 1 or more");
    }
    return Optional.of(given);
  }

  static Duration time(Settings settings, Setting setting) {
    Duration given = settings.getDuration(setting);
    if (given.isNegative() || given.isZero()) {
      throw new IllegalArgumentException(
          setting + " is " + given.toMillis() + "ms, must be more than 0, such as 5s");
    }
    return given;
  }
}
