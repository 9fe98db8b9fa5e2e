package dev.parley.benchmarks.driver;

/** The time that the harness, the fakes and this driver share. */
final class Stopwatch {
  private Stopwatch() {}

  /** Microseconds of CLOCK_MONOTONIC, which is what {@code System.nanoTime} reads on Linux. */
  static long micros() {
    return System.nanoTime() / 1_000;
  }
}
