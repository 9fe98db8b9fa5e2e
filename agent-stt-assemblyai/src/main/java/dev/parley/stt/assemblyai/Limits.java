package dev.parley.stt.assemblyai;

import java.time.Duration;

/** Checks of settings that the vendor is not told. */
final class Limits {
  private Limits() {}

  static Duration between(String name, Duration value, long leastMillis, long mostMillis) {
    boolean tooShort = value.compareTo(Duration.ofMillis(leastMillis)) < 0;
    if (tooShort || value.compareTo(Duration.ofMillis(mostMillis)) > 0) {
      throw ValueKind.bad(name, value, "must be " + leastMillis + " to " + mostMillis + " ms");
    }
    return value;
  }

  static double between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw ValueKind.bad(name, value, "must be " + least + " to " + most);
    }
    return value;
  }
}
