package dev.parley.audio;

/** Converts between factors of amplitude and decibels. */
final class Decibels {
  private Decibels() {}

  static double of(double factor) {
    return 20 * Math.log10(factor);
  }

  /** The factor; none of the sound is left at negative infinity. */
  static double toFactor(double decibels) {
    return Math.pow(10, decibels / 20);
  }
}
