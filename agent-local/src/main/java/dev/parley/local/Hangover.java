package dev.parley.local;

import dev.parley.spi.Setting;
import java.time.Duration;

/** How much silence ends speech. */
final class Hangover {
  private static final Duration LEAST = Duration.ofMillis(20);
  private static final Duration MOST = Duration.ofSeconds(5);

  private Hangover() {}

  static Duration checked(Duration hangover) {
    if (hangover.compareTo(LEAST) < 0 || hangover.compareTo(MOST) > 0) {
      throw new IllegalArgumentException(
          "the hang-over is " + hangover.toMillis() + " ms, must be 20 to 5000; 320 ms is usual");
    }
    return hangover;
  }

  static Setting setting(String plugin) {
    return Setting.of(plugin + "-hangover", "How much silence ends speech.")
        .defaultValue("320ms")
        .build();
  }
}
