package dev.parley.internal.turn;

import dev.parley.internal.text.Words;
import java.util.List;
import java.util.function.Supplier;

/**
 * Tells the agent's own voice, come back through somebody's microphone, from people's words. On the
 * session loop.
 */
final class EchoGuard {
  private final Supplier<String> lastSaid;

  /**
   * Creates a guard.
   *
   * @param lastSaid what the agent has been heard to say in the last 5 s
   */
  EchoGuard(Supplier<String> lastSaid) {
    this.lastSaid = lastSaid;
  }

  /** Whether all words stand in this order in what the agent said just now. */
  boolean isEcho(String text) {
    List<String> words = Words.of(text);
    return !words.isEmpty() && Words.isWithin(words, Words.of(lastSaid.get()));
  }
}
