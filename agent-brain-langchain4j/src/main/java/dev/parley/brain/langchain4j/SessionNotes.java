package dev.parley.brain.langchain4j;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a brain keeps for a session while it lasts: no memory of the conversation, but what has been
 * spent, looked up and judged. Thread-safe.
 */
final class SessionNotes {
  /** More turns than the longest window holds that anybody sets. */
  private static final int MOST_VERDICTS = 1_000;

  private final Ledger ledger = new Ledger();
  private final Map<String, Screened> verdicts = new LinkedHashMap<>();
  private @Nullable Lookup lookup;

  Ledger ledger() {
    return ledger;
  }

  /** What came of screening a text, or null: it was not screened yet. */
  synchronized @Nullable Screened verdict(String text) {
    return verdicts.get(text);
  }

  synchronized void verdict(String text, Screened stands) {
    if (verdicts.size() >= MOST_VERDICTS) {
      verdicts.remove(verdicts.keySet().iterator().next());
    }
    verdicts.put(text, stands);
  }

  /** The latest lookup if it is about these words, otherwise null. */
  synchronized @Nullable Lookup known(Lookup like) {
    return lookup != null && lookup.isAbout(like) ? lookup : null;
  }

  /**
   * The latest lookup if it is about these words; otherwise it is dropped and {@code next} counts.
   */
  Lookup lookup(Lookup next) {
    Lookup before;
    synchronized (this) {
      before = lookup;
      if (before != null && before.isAbout(next)) {
        return before;
      }
      lookup = next;
    }
    if (before != null) {
      before.drop();
    }
    return next;
  }
}
