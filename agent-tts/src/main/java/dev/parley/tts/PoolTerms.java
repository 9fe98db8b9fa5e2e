package dev.parley.tts;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor allows on its connections.
 *
 * @param mostLines how many connections there may be at once
 * @param contexts how many replies a connection carries side by side, those counted that were
 *     cancelled and have not ended; 1: one after another
 * @param bySession whether a connection belongs to one conversation
 * @param idle after how long without a reply it is closed by us; null: by the vendor
 */
record PoolTerms(int mostLines, int contexts, boolean bySession, @Nullable Duration idle) {
  /** Any number of replies side by side. */
  static final int UNLIMITED = Integer.MAX_VALUE;

  boolean hasRoom(int live, int dying) {
    return contexts == 1 ? live == 0 : live + dying < contexts;
  }
}
