package dev.parley.stt.assemblyai;

import okio.ByteString;

/**
 * Audio as it is sent, and where it belongs in the stream. Immutable.
 *
 * @param start the stream's sample at which it begins
 * @param samples how many samples of the stream it holds; what follows in the payload is padding
 * @param payload encoded samples
 * @param bytesPerSample of the payload
 * @param quiet whether nobody can be speaking in it
 */
record Chunk(long start, int samples, ByteString payload, int bytesPerSample, boolean quiet) {
  /** The stream's sample at which it ends. */
  long end() {
    return start + samples;
  }

  /** How many samples are sent, padding included. */
  int sentSamples() {
    return payload.size() / bytesPerSample;
  }

  /** Returns the part from this sample of the stream on. */
  Chunk from(long sample) {
    if (sample <= start) {
      return this;
    }
    int skipped = (int) (sample - start);
    ByteString rest = payload.substring(skipped * bytesPerSample, payload.size());
    return new Chunk(sample, samples - skipped, rest, bytesPerSample, quiet);
  }

  /** Tells place and size, never the sound. */
  @Override
  public String toString() {
    return "Chunk[" + start + " + " + samples + " of " + sentSamples() + " samples]";
  }
}
