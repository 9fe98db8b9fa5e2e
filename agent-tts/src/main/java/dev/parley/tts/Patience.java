package dev.parley.tts;

import java.time.Duration;

/**
 * How long a reply waits for what.
 *
 * @param firstByte from the text to the first audio
 * @param gap between two pieces of audio that is still to come
 * @param retries how often a reply is begun again before its first audio
 * @param longestDelay the longest wait before a retry that a listener can bear
 */
record Patience(Duration firstByte, Duration gap, int retries, Duration longestDelay) {
  static final Patience DEFAULT =
      new Patience(Duration.ofSeconds(3), Duration.ofSeconds(5), 1, Duration.ofSeconds(2));

  Patience withFirstByte(Duration duration) {
    return new Patience(Checks.positive("firstByteTimeout", duration), gap, retries, longestDelay);
  }

  Patience withGap(Duration duration) {
    return new Patience(firstByte, Checks.positive("gapTimeout", duration), retries, longestDelay);
  }

  Patience withRetries(int times) {
    if (times < 0 || times > 3) {
      throw new IllegalArgumentException(
          "retries is " + times + ", must be 0 to 3; nobody waits longer for an answer");
    }
    return new Patience(firstByte, gap, times, longestDelay);
  }
}
