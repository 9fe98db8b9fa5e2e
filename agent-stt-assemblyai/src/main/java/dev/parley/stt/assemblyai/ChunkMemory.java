package dev.parley.stt.assemblyai;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The memory of chunks that nobody needs any more, for those to come: twenty arrays a second that
 * live for some seconds each are what a collector of garbage copies most. Used in the stream's
 * context only.
 */
final class ChunkMemory {
  /** Eight seconds in chunks of 50 ms; what a long outage needed is given back. */
  private static final int MOST_SPARE = 160;

  private final int chunkBytes;
  private final Deque<byte[]> spare = new ArrayDeque<>();

  /** Creates a memory of chunks of one size. */
  ChunkMemory(int chunkBytes) {
    this.chunkBytes = chunkBytes;
  }

  /** Returns an array with anything in it. */
  byte[] take() {
    byte[] used = spare.poll();
    return used == null ? new byte[chunkBytes] : used;
  }

  /** Takes back what {@link #take} gave. */
  void giveBack(byte[] bytes) {
    if (spare.size() < MOST_SPARE) {
      spare.push(bytes);
    }
  }
}
