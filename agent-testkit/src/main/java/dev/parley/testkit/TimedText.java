package dev.parley.testkit;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A text that a scripted recogniser gives at a certain time.
 *
 * @param after for an interim from the start of the sound, for a final from its end
 * @param text may be blank: the recogniser understood nothing
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record TimedText(Duration after, String text) {
  /** Checks the values. */
  public TimedText {
    Objects.requireNonNull(text, "text");
    if (after.isNegative()) {
      throw new IllegalArgumentException("after is " + after + ", must not be negative");
    }
  }
}
