package dev.parley.internal.ear;

import dev.parley.internal.text.Words;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The latest stretches of one participant's speech, and which of them a transcript belongs to. On
 * the session loop.
 */
final class Stretches {
  private static final int KEPT = 16;

  private final Deque<Stretch> latest = new ArrayDeque<>();
  private final Map<Key, Stretch> byUtterance = new HashMap<>();

  private record Key(int connection, long utterance) {}

  void add(Stretch stretch) {
    latest.add(stretch);
    if (latest.size() > KEPT) {
      Stretch oldest = latest.removeFirst();
      byUtterance.values().removeIf(known -> known == oldest);
    }
  }

  /** The stretch to which a transcript belongs, or null when none fits. */
  @Nullable Stretch of(SttLink.Heard heard, boolean isFinal) {
    long utterance = heard.transcript().utterance();
    var key = new Key(heard.connection(), utterance);
    Stretch known = utterance < 0 ? null : byUtterance.get(key);
    if (known != null) {
      return known;
    }
    Stretch found = heard.began() >= 0 && heard.ended() >= 0 ? byTime(heard) : byOrder(isFinal);
    if (found == null || utterance < 0) {
      return found;
    }
    if (byUtterance.containsValue(found) && found.hasWords() && !found.hasFinal()) {
      return null; // another utterance in the same stretch: its words must not replace these
    }
    byUtterance.put(key, found);
    return found;
  }

  /** Remembers that a transcript made a stretch of its own. */
  void bind(SttLink.Heard heard, Stretch stretch) {
    if (heard.transcript().utterance() >= 0) {
      byUtterance.put(new Key(heard.connection(), heard.transcript().utterance()), stretch);
    }
  }

  /** Whether a final only says again what was final before. */
  static boolean isDouble(Stretch stretch, String text) {
    String before = stretch.finalText();
    return before != null && !before.isBlank() && Words.same(before, text);
  }

  private @Nullable Stretch byTime(SttLink.Heard heard) {
    Stretch best = null;
    long most = 0;
    for (Stretch stretch : latest) {
      long end = stretch.isSounding() ? Long.MAX_VALUE : stretch.soundEnd();
      long shared = Math.min(end, heard.ended()) - Math.max(stretch.began(), heard.began());
      if (shared > most) {
        most = shared;
        best = stretch;
      }
    }
    return best;
  }

  private @Nullable Stretch byOrder(boolean isFinal) {
    Stretch oldestOpen = null;
    Stretch newestOpen = null;
    for (Stretch stretch : latest) {
      if (!stretch.hasFinal()) {
        oldestOpen = oldestOpen == null ? stretch : oldestOpen;
        newestOpen = stretch;
      }
    }
    if (isFinal && oldestOpen == null) {
      return latest.peekLast();
    }
    return isFinal ? oldestOpen : newestOpen;
  }
}
