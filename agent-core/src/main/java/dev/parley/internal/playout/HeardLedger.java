package dev.parley.internal.playout;

import dev.parley.internal.voice.Speech;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * What has gone into the room and has not been heard yet, oldest first. Not thread-safe.
 *
 * <p>Frames that follow each other are one entry, so that it stays as short as the number of
 * speeches on the way.
 */
final class HeardLedger {
  private final Deque<Entry> entries = new ArrayDeque<>();
  private long total;

  private static final class Entry {
    final Speech speech;
    long start;
    long length;

    Entry(Speech speech, long start, long length) {
      this.speech = speech;
      this.start = start;
      this.length = length;
    }
  }

  void sent(Speech speech, long startNanos, long lengthNanos) {
    Entry last = entries.peekLast();
    if (last != null
        && last.speech == speech
        && Math.abs(last.start + last.length - startNanos) < 1_000) {
      last.length += lengthNanos;
    } else {
      entries.add(new Entry(speech, startNanos, lengthNanos));
    }
    total += lengthNanos;
  }

  /** Books as heard all but the last {@code unheardNanos}. */
  void settle(long unheardNanos) {
    long heard = total - unheardNanos;
    while (heard > 0 && !entries.isEmpty()) {
      Entry oldest = entries.getFirst();
      long part = Math.min(heard, oldest.length);
      oldest.start += part;
      oldest.length -= part;
      total -= part;
      heard -= part;
      oldest.speech.heardUpTo(oldest.start);
      if (oldest.length == 0) {
        entries.removeFirst();
      }
    }
  }

  boolean holds(Speech speech) {
    return entries.stream().anyMatch(entry -> entry.speech == speech);
  }

  /** The speech that is heard now, or null when all has been heard. */
  @Nullable Speech first() {
    Entry oldest = entries.peekFirst();
    return oldest == null ? null : oldest.speech;
  }

  /** Where in {@link #first} the ear is now. */
  long firstPosition() {
    return entries.getFirst().start;
  }

  /**
   * Takes back what has not been heard: each speech goes on where it was not heard, and the ledger
   * is empty.
   */
  void takeBack() {
    for (var newestFirst = entries.descendingIterator(); newestFirst.hasNext(); ) {
      Entry entry = newestFirst.next();
      entry.speech.seek(entry.start);
    }
    clear();
  }

  void clear() {
    entries.clear();
    total = 0;
  }
}
