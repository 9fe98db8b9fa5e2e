package dev.parley.stt.assemblyai;

import okio.ByteString;

/**
 * Audio as it is sent, and where it belongs in the stream. Immutable until it is forgotten, when
 * its memory goes to another chunk.
 */
final class Chunk {
  private final long start;
  private final int samples;
  private final byte[] bytes;
  private final int offset;
  private final int bytesPerSample;
  private final boolean quiet;

  /**
   * Creates a chunk.
   *
   * @param start the stream's sample at which it begins
   * @param samples how many samples of the stream it holds; what follows in the bytes is padding
   * @param bytes encoded samples; not copied
   * @param bytesPerSample of the bytes
   * @param quiet whether nobody can be speaking in it
   */
  Chunk(long start, int samples, byte[] bytes, int bytesPerSample, boolean quiet) {
    this(start, samples, bytes, 0, bytesPerSample, quiet);
  }

  private Chunk(
      long start, int samples, byte[] bytes, int offset, int bytesPerSample, boolean quiet) {
    this.start = start;
    this.samples = samples;
    this.bytes = bytes;
    this.offset = offset;
    this.bytesPerSample = bytesPerSample;
    this.quiet = quiet;
  }

  /** The stream's sample at which it begins. */
  long start() {
    return start;
  }

  /** The stream's sample at which it ends. */
  long end() {
    return start + samples;
  }

  /** How many samples of the stream it holds. */
  int samples() {
    return samples;
  }

  /** How many samples are sent, padding included. */
  int sentSamples() {
    return (bytes.length - offset) / bytesPerSample;
  }

  /** Whether nobody can be speaking in it. */
  boolean quiet() {
    return quiet;
  }

  /** Returns a copy of what is sent. */
  ByteString payload() {
    return ByteString.of(bytes, offset, bytes.length - offset);
  }

  /** Returns the part from this sample of the stream on, which is to be used in its place. */
  Chunk from(long sample) {
    if (sample <= start) {
      return this;
    }
    int skipped = (int) (sample - start);
    return new Chunk(
        sample, samples - skipped, bytes, offset + skipped * bytesPerSample, bytesPerSample, quiet);
  }

  /** Gives its memory back; it is not to be used any more. */
  void forget(ChunkMemory memory) {
    memory.giveBack(bytes);
  }

  /** Tells place and size, never the sound. */
  @Override
  public String toString() {
    return "Chunk[" + start + " + " + samples + " of " + sentSamples() + " samples]";
  }
}
