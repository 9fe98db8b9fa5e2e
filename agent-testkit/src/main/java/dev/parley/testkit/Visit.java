package dev.parley.testkit;

import java.time.Duration;
import java.util.Objects;

/** Something that somebody in a room does besides making sounds. */
record Visit(Duration at, String who, Kind kind, String text) {
  enum Kind {
    JOINS,
    LEAVES,
    TYPES,
    PRESSES,
    LETS_GO
  }

  Visit {
    Objects.requireNonNull(who, "who");
    Objects.requireNonNull(text, "text");
    if (at.isNegative()) {
      throw new IllegalArgumentException(
          "at is " + at + ", must not be negative; 0 is when the agent has joined");
    }
  }
}
