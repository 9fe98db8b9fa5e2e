package dev.parley.brain.langchain4j;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import dev.parley.brain.langchain4j.OutputGuard.Verdict;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Text on its way from a model to speech, as far as a guard lets it pass. Thread-safe: the timer
 * comes on another thread than the tokens.
 */
final class HeldText {
  private final OutputGuard guard;
  private final int mostCharacters;
  private final Duration longest;
  private final SessionClock clock;
  private final Consumer<String> speak;
  private final Consumer<String> stop;
  private final StringBuilder text = new StringBuilder();
  private int spoken;
  private boolean ended;
  private Cancellable limit = Cancellable.NONE;

  /**
   * Creates it.
   *
   * @param mostCharacters how much may be held back
   * @param longest how long anything may be held back
   * @param stop is told what is said instead of the rest
   */
  HeldText(
      OutputGuard guard,
      int mostCharacters,
      Duration longest,
      SessionClock clock,
      Consumer<String> speak,
      Consumer<String> stop) {
    this.guard = guard;
    this.mostCharacters = mostCharacters;
    this.longest = longest;
    this.clock = clock;
    this.speak = speak;
    this.stop = stop;
  }

  synchronized void add(String more) {
    if (!ended) {
      text.append(more);
      judge(text.length() - spoken > mostCharacters);
    }
  }

  /** The model has said all. @return whether the guard let it pass */
  synchronized boolean finish() {
    if (!ended) {
      judge(true);
      boolean passed = !ended;
      close();
      return passed;
    }
    return false;
  }

  synchronized void close() {
    ended = true;
    limit.cancel();
  }

  private synchronized void late() {
    if (!ended) {
      judge(true);
    }
  }

  private void judge(boolean last) {
    Verdict verdict = guard.judge(text.toString(), last);
    if (verdict.instead() != null) {
      close();
      stop.accept(verdict.instead());
      return;
    }
    int upTo = last ? text.length() : Math.min(verdict.spoken(), text.length());
    boolean moved = upTo > spoken;
    if (moved) {
      speak.accept(text.substring(spoken, upTo));
      spoken = upTo;
    }
    watch(moved);
  }

  private void watch(boolean moved) {
    if (moved || spoken == text.length()) {
      limit.cancel();
      limit = Cancellable.NONE;
    }
    if (spoken < text.length() && limit == Cancellable.NONE) {
      limit = clock.schedule(longest, this::late);
    }
  }
}
