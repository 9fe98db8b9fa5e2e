package dev.parley.internal.audio;

import dev.parley.audio.AudioFormat;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pieces of memory for a second of audio each, which are used again: audio that waits to be played,
 * or may have to be heard again, lives for seconds, and as frames it is what a collector of garbage
 * copies most. Not thread-safe.
 */
public final class PcmBlocks {
  /** What a very long speech needed is not kept. */
  private static final int MOST_SPARE = 8;

  private final int samples;
  private final int bytes;
  private final Deque<byte[]> spare = new ArrayDeque<>();

  /** Creates blocks for audio of this format. */
  public PcmBlocks(AudioFormat format) {
    this.samples = format.sampleRateHz();
    this.bytes = samples * format.bytesPerSample();
  }

  /** How many samples a block holds. */
  public int samples() {
    return samples;
  }

  /** Returns a block with anything in it. */
  public byte[] take() {
    return take(bytes);
  }

  /** Returns a block with anything in it, longer than the others if need be. */
  public byte[] take(int leastBytes) {
    if (leastBytes > bytes) {
      return new byte[leastBytes];
    }
    byte[] used = spare.poll();
    return used == null ? new byte[bytes] : used;
  }

  /** Takes back what {@link #take} gave and nobody reads any more. */
  public void giveBack(byte[] block) {
    if (block.length == bytes && spare.size() < MOST_SPARE) {
      spare.push(block);
    }
  }
}
