package dev.parley.brain.langchain4j;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;

/** One retrieval about what somebody has said. Starts once. Thread-safe. */
final class Lookup {
  private final String words;
  private final InterruptibleWork<String> work;
  private boolean started;

  /**
   * Creates one that has not started.
   *
   * @param text what was said
   * @param work returns the text with what was found
   */
  Lookup(String text, Callable<String> work) {
    this.words = words(text);
    this.work = new InterruptibleWork<>(work);
  }

  /** Letters and digits only: finals differ from interims in case and marks. */
  private static String words(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  boolean isAbout(Lookup other) {
    return words.equals(other.words) && !work.isCancelled();
  }

  synchronized void start(Executor blocking) {
    if (!started) {
      started = true;
      blocking.execute(work);
    }
  }

  /** The result to come; complete it with null to do without. */
  InterruptibleWork<String> result() {
    return work;
  }

  void drop() {
    work.cancel(true);
  }
}
