package dev.parley.testkit;

import java.time.Duration;

/**
 * Something that a scripted recogniser will say.
 *
 * @param due when, counted from the agent's joining
 * @param number which interim of its sound it is
 */
record SttResult(Kind kind, Duration due, String text, int number) {
  enum Kind {
    INTERIM,
    FINAL,
    END_OF_TURN
  }
}
