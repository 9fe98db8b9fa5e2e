package dev.parley.internal.voice;

import dev.parley.audio.AudioFormat;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Pieces of memory for a second of audio each, which one speech of a session hands on to the next:
 * audio that waits to be played lives for seconds, and is what a collector of garbage would copy
 * most. On the session loop.
 */
final class PcmBlocks {
  /** What a very long speech needed is given back. */
  private static final int MOST_SPARE = 8;

  private final int samples;
  private final int bytes;
  private final Deque<byte[]> spare = new ArrayDeque<>();

  /** Creates blocks for audio of this format. */
  PcmBlocks(AudioFormat format) {
    this.samples = format.sampleRateHz();
    this.bytes = samples * format.bytesPerSample();
  }

  /** How many samples a block holds. */
  int samples() {
    return samples;
  }

  /** Returns a block with anything in it. */
  byte[] take() {
    byte[] used = spare.poll();
    return used == null ? new byte[bytes] : used;
  }

  /** Takes back what {@link #take} gave and nobody reads any more. */
  void giveBack(byte[] block) {
    if (spare.size() < MOST_SPARE) {
      spare.push(block);
    }
  }
}
