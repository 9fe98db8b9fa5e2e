package dev.parley.local.tts;

import com.sun.speech.freetts.audio.AudioPlayer;
import java.util.Arrays;
import javax.sound.sampled.AudioFormat;

/**
 * The loudspeaker that FreeTTS plays to: turns its big-endian samples round and hands them on in
 * bits of 40 ms.
 */
final class SamplePlayer implements AudioPlayer {
  private static final int BITS_A_SECOND = 25;

  private final Sink sink;
  private final int bytesABit;
  private AudioFormat format;
  private byte[] pcm;
  private int filled;
  private int skip;
  private long delivered;

  /**
   * Creates a player.
   *
   * @param skip how many samples at the start are not played
   */
  SamplePlayer(Sink sink, int sampleRateHz, int skip) {
    this.sink = sink;
    this.skip = skip * 2;
    this.format = new AudioFormat(sampleRateHz, 16, 1, true, true);
    this.bytesABit = sampleRateHz / BITS_A_SECOND * 2;
    this.pcm = new byte[bytesABit];
  }

  /** How many samples were handed on. */
  long delivered() {
    return delivered;
  }

  @Override
  public boolean write(byte[] samples, int offset, int size) {
    int skipped = Math.min(skip, size);
    skip -= skipped;
    for (int i = offset + skipped; i + 1 < offset + size; i += 2) {
      if (filled == pcm.length) {
        flush();
      }
      pcm[filled++] = samples[i + 1];
      pcm[filled++] = samples[i];
    }
    return !sink.isCancelled();
  }

  @Override
  public boolean write(byte[] samples) {
    return write(samples, 0, samples.length);
  }

  @Override
  public boolean end() {
    flush();
    return true;
  }

  private void flush() {
    if (filled > 0 && !sink.isCancelled()) {
      sink.audio(filled == pcm.length ? pcm : Arrays.copyOf(pcm, filled));
      delivered += filled / 2;
    }
    pcm = new byte[bytesABit];
    filled = 0;
  }

  @Override
  public void setAudioFormat(AudioFormat format) {
    this.format = format;
  }

  @Override
  public AudioFormat getAudioFormat() {
    return format;
  }

  @Override
  public boolean drain() {
    return true;
  }

  @Override
  public float getVolume() {
    return 1;
  }

  @Override
  public long getTime() {
    return -1;
  }

  // What a loudspeaker does besides, and nobody asks of this one.

  @Override
  public void begin(int size) {}

  @Override
  public void pause() {}

  @Override
  public void resume() {}

  @Override
  public void reset() {}

  @Override
  public void cancel() {}

  @Override
  public void close() {}

  @Override
  public void setVolume(float volume) {}

  @Override
  public void resetTime() {}

  @Override
  public void startFirstSampleTimer() {}

  @Override
  public void showMetrics() {}
}
