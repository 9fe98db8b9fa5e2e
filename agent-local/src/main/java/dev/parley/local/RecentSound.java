package dev.parley.local;

/**
 * The latest sound, kept so that the first syllable is not lost while speech is being detected. Not
 * thread-safe.
 */
final class RecentSound {
  private final short[] ring;
  private int end;
  private int length;

  RecentSound(int samples) {
    this.ring = new short[samples];
  }

  void add(short[] samples) {
    for (short sample : samples) {
      ring[end] = sample;
      end = (end + 1) % ring.length;
    }
    length = Math.min(ring.length, length + samples.length);
  }

  /** Takes all of it, oldest first. */
  short[] drain() {
    var samples = new short[length];
    int start = (end - length + ring.length) % ring.length;
    for (int i = 0; i < length; i++) {
      samples[i] = ring[(start + i) % ring.length];
    }
    clear();
    return samples;
  }

  void clear() {
    length = 0;
  }
}
