package dev.parley;

import java.time.Duration;

/** Checks of values that applications set. */
final class Checks {
  private Checks() {}

  static void notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(
          name + " is " + value + ", must not be negative; Duration.ZERO means at once");
    }
  }
}
