package dev.parley.audio;

/** Writes 16-bit little-endian samples. */
final class Pcm {
  private Pcm() {}

  /**
   * Writes a sample at {@code index}, counted in samples; one that is too loud becomes the loudest
   * there is.
   */
  static void put(byte[] pcm, int index, int sample) {
    int clipped = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sample));
    pcm[2 * index] = (byte) clipped;
    pcm[2 * index + 1] = (byte) (clipped >> 8);
  }

  /** Writes the nearest whole sample; what is no number becomes silence. */
  static void put(byte[] pcm, int index, float sample) {
    put(pcm, index, Math.round(sample));
  }
}
