package dev.parley.samples.sink;

import java.time.Instant;

/**
 * Something that somebody said.
 *
 * @param id unique: whoever gets a line twice knows it by that
 * @param confidence 0 to 1, as the recogniser says
 */
public record TranscriptLine(
    String id,
    String channel,
    String uid,
    String text,
    Instant startedAt,
    Instant endedAt,
    double confidence) {
  /** Tells the length, never the words. */
  @Override
  public String toString() {
    return "TranscriptLine[" + id + ", uid=" + uid + ", " + text.length() + " characters]";
  }
}
