package dev.parley.stt.assemblyai;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * Gathers frames of any length into chunks of one length, because the vendor ends a session whose
 * messages hold less than 50 ms. Used in the stream's context only.
 *
 * <p>Lengths are counted in samples and rounded up: at 22,050 Hz, 50 ms are 1,102.5 samples, and a
 * message of 1,102 is too short.
 */
final class AudioBatcher {
  private static final int PCM_BYTES = 2;
  private static final int FASTEST_HZ = 96_000;

  private final int chunkSamples;
  private final Encoding encoding;
  private final VoiceTail voice;
  private final ChunkMemory memory;
  private final Consumer<Chunk> output;
  private final byte[] pcm;
  private int filled;
  private long position;

  /**
   * Creates a batcher.
   *
   * @param memory of chunks of that many samples in that encoding
   */
  AudioBatcher(
      int chunkSamples,
      Encoding encoding,
      VoiceTail voice,
      ChunkMemory memory,
      Consumer<Chunk> output) {
    this.chunkSamples = chunkSamples;
    this.encoding = encoding;
    this.voice = voice;
    this.memory = memory;
    this.output = output;
    this.pcm = new byte[chunkSamples * PCM_BYTES];
  }

  /**
   * Returns the format to send: one channel, and the rate as it is unless the vendor takes none as
   * high.
   */
  static AudioFormat format(AudioFormat offered) {
    return offered.sampleRateHz() > FASTEST_HZ
        ? AudioFormat.MONO_48K
        : AudioFormat.mono(offered.sampleRateHz());
  }

  /** Returns the samples of a message of at least this many milliseconds. */
  static int samplesIn(int sampleRateHz, long millis) {
    return Math.toIntExact((sampleRateHz * millis + 999) / 1_000);
  }

  /** Adds a frame; chunks that it completes come out within this call. */
  void add(AudioFrame frame) {
    int taken = 0;
    while (taken < frame.sampleCount()) {
      int now = Math.min(frame.sampleCount() - taken, chunkSamples - filled);
      boolean whole = now == frame.sampleCount();
      (whole ? frame : frame.slice(taken, taken + now)).copyTo(pcm, filled * PCM_BYTES);
      taken += now;
      filled += now;
      if (filled == chunkSamples) {
        emit(chunkSamples);
      }
    }
  }

  /** How many samples the next chunk still lacks. */
  int lacking() {
    return chunkSamples - filled;
  }

  /** Sends what is there, padded with silence, so that the last word is not held back. */
  void flush() {
    if (filled > 0) {
      emit(filled);
    }
  }

  private void emit(int samples) {
    Arrays.fill(pcm, samples * PCM_BYTES, pcm.length, (byte) 0);
    boolean quiet = voice.heard(pcm, samples);
    byte[] encoded = memory.take();
    encoding.encode(pcm, encoded);
    output.accept(new Chunk(position, samples, encoded, encoding.bytesPerSample(), quiet));
    position += samples;
    filled = 0;
  }
}
