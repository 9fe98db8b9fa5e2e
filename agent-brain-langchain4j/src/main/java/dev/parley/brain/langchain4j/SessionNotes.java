package dev.parley.brain.langchain4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What a brain keeps for a session while it lasts: no memory of the conversation, but what has been
 * spent, looked up and judged. Thread-safe.
 */
final class SessionNotes {
  /** More turns than the longest window holds that anybody sets. */
  private static final int MOST_VERDICTS = 1_000;

  private final Ledger ledger = new Ledger();
  private final Map<String, CompletableFuture<Screened>> verdicts = new LinkedHashMap<>();
  private @Nullable Lookup lookup;

  Ledger ledger() {
    return ledger;
  }

  /** What comes of screening a text: {@code mine} if nobody has begun to. */
  synchronized CompletableFuture<Screened> verdict(String text, CompletableFuture<Screened> mine) {
    CompletableFuture<Screened> known = verdicts.get(text);
    if (known != null) {
      return known;
    }
    if (verdicts.size() >= MOST_VERDICTS) {
      verdicts.remove(verdicts.keySet().iterator().next());
    }
    verdicts.put(text, mine);
    return mine;
  }

  /** Nothing has come of it. */
  synchronized void forgetVerdict(String text, CompletableFuture<Screened> mine) {
    verdicts.remove(text, mine);
  }

  /** The latest lookup if it is about the same, otherwise null. */
  synchronized @Nullable Lookup known(Lookup like) {
    return lookup != null && lookup.isAbout(like) ? lookup : null;
  }

  /** The latest lookup if it is about the same; otherwise {@code next} counts from now on. */
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
      before.dropUnlessUsed();
    }
    return next;
  }
}
