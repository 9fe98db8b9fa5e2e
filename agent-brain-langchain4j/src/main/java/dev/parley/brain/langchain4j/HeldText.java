package dev.parley.brain.langchain4j;

import dev.parley.Cancellable;
import dev.parley.brain.langchain4j.OutputGuard.Verdict;
import dev.parley.spi.PluginContext;
import java.time.Duration;

/**
 * Text on its way from a model to speech, as far as a guard lets it pass. Thread-safe: the time is
 * up on another thread than the tokens come on.
 *
 * <p>The guard, which may be slow, is asked by one thread at a time; {@link #close} does not wait
 * for it.
 */
final class HeldText {
  /** Hears what becomes of the text. */
  interface Listener {
    void onSpoken(String text);

    /** The guard has stopped it; this is said instead of the rest. */
    void onStopped(String instead);

    /** The guard failed when the time was up. When a token came, that is thrown instead. */
    void onFailed(Throwable failure);
  }

  private final OutputGuard guard;
  private final int mostCharacters;
  private final Duration longest;
  private final PluginContext context;
  private final Listener listener;
  private final Object judging = new Object(); // guards text, spoken, and the calls of the guard
  private final StringBuilder text = new StringBuilder();
  private int spoken;
  private volatile boolean ended;
  private volatile Cancellable limit = Cancellable.NONE;

  /**
   * Creates it.
   *
   * @param mostCharacters how much may be held back
   * @param longest how long anything may be held back
   */
  HeldText(
      OutputGuard guard,
      int mostCharacters,
      Duration longest,
      PluginContext context,
      Listener listener) {
    this.guard = guard;
    this.mostCharacters = mostCharacters;
    this.longest = longest;
    this.context = context;
    this.listener = listener;
  }

  void add(String more) {
    synchronized (judging) {
      text.append(more);
      judge(text.length() - spoken > mostCharacters);
    }
  }

  /** The model has said all. @return whether the guard let it pass */
  boolean finish() {
    synchronized (judging) {
      judge(true);
      boolean passed = !ended;
      close();
      return passed;
    }
  }

  /** Nothing is spoken after this, unless it is being spoken now. Waits for nothing. */
  void close() {
    ended = true;
    limit.cancel();
  }

  /** The time is up, on the clock's thread, which no guard may keep. */
  private void late(int since) {
    context.blocking().execute(() -> judgeLate(since));
  }

  private void judgeLate(int since) {
    try {
      synchronized (judging) {
        if (spoken == since) { // otherwise what was held back then has been spoken
          judge(true);
        }
      }
    } catch (RuntimeException | Error failure) { // the edge: a guard of the application
      listener.onFailed(failure);
    }
  }

  private void judge(boolean last) {
    if (ended) {
      return;
    }
    Verdict verdict =
        ApplicationCode.call("the output guard", guard, () -> guard.judge(text.toString(), last));
    if (ended) { // while the guard thought
      return;
    }
    if (verdict.instead() != null) {
      close();
      listener.onStopped(verdict.instead());
      return;
    }
    int upTo = last ? text.length() : Math.min(verdict.spoken(), text.length());
    boolean moved = upTo > spoken;
    if (moved) {
      listener.onSpoken(text.substring(spoken, upTo));
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
      int since = spoken;
      limit = context.clock().schedule(longest, () -> late(since));
      if (ended) { // meanwhile
        limit.cancel();
      }
    }
  }
}
