package dev.parley.brain.langchain4j;

import dev.parley.SessionClock;

/** How fast a model writes. Its tokens come one at a time; read from any thread. */
final class Pace {
  private static final double NANOS = 1e9;

  private final SessionClock clock;
  private volatile long askedAt;
  private volatile long firstAt;
  private volatile long latestAt;
  private volatile int characters;
  private volatile int notAscii;

  Pace(SessionClock clock) {
    this.clock = clock;
  }

  void asked() {
    askedAt = clock.nanoTime();
  }

  /** Notes a token. @return whether it is the first */
  boolean token(String text) {
    latestAt = clock.nanoTime();
    boolean first = characters == 0;
    if (first) {
      firstAt = latestAt;
    }
    int before = characters;
    characters = before + text.length();
    int foreign = notAscii;
    notAscii = foreign + TokenEstimate.notAscii(text);
    return first;
  }

  /** How many tokens have come, as estimated. */
  int written() {
    return TokenEstimate.tokens(characters, notAscii);
  }

  double secondsToFirstToken() {
    return (firstAt - askedAt) / NANOS;
  }

  /** From the first token to the latest; 0 when that is no time. */
  double tokensPerSecond(int tokens) {
    long nanos = latestAt - firstAt;
    return nanos <= 0 ? 0 : tokens * NANOS / nanos;
  }
}
