package dev.parley.spi;

import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A word and when it sounded.
 *
 * @param text with its punctuation
 * @param start from the start of the stream's audio
 * @param end from the start of the stream's audio
 * @param confidence 0 to 1; 1 where nobody says
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Word(String text, Duration start, Duration end, double confidence) {
  /** Checks that nothing is missing. */
  public Word {
    Objects.requireNonNull(text, "text");
    Objects.requireNonNull(start, "start");
    Objects.requireNonNull(end, "end");
  }

  /** Returns a word whose confidence nobody says. */
  public static Word of(String text, Duration start, Duration end) {
    return new Word(text, start, end, 1);
  }
}
