package dev.parley.internal.ear;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.util.Arrays;
import java.util.function.BiConsumer;

/** The samples of frames that followed each other, in one piece of memory. Not thread-safe. */
final class AudioBlock {
  private static final int FRAMES = 100;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final AudioFormat format;
  private final byte[] pcm;
  private int[] ends = new int[FRAMES];
  private long[] captured = new long[FRAMES];
  private int frames;
  private int forgotten;

  AudioBlock(AudioFormat format, byte[] pcm) {
    this.format = format;
    this.pcm = pcm;
  }

  /** Its piece of memory. */
  byte[] pcm() {
    return pcm;
  }

  private int filled() {
    return frames == 0 ? 0 : ends[frames - 1];
  }

  private int start(int frame) {
    return frame == 0 ? 0 : ends[frame - 1];
  }

  boolean hasRoomFor(AudioFrame frame) {
    return filled() + frame.byteLength() <= pcm.length;
  }

  /** Adds a frame for which there is room. */
  void add(AudioFrame frame, long captured) {
    if (frames == ends.length) {
      ends = Arrays.copyOf(ends, 2 * frames);
      this.captured = Arrays.copyOf(this.captured, 2 * frames);
    }
    int start = filled();
    frame.copyTo(pcm, start);
    ends[frames] = start + frame.byteLength();
    this.captured[frames] = captured;
    frames++;
  }

  /** When the last sample of the first frame was captured. */
  long firstEnd() {
    long samples = firstBytes() / format.bytesPerSample();
    return captured[forgotten] + samples * NANOS_A_SECOND / format.sampleRateHz();
  }

  /** Forgets the first frame, and returns how many bytes it had. */
  int forgetFirst() {
    int bytes = firstBytes();
    forgotten++;
    return bytes;
  }

  private int firstBytes() {
    return ends[forgotten] - start(forgotten);
  }

  /** Whether all of its frames are forgotten. */
  boolean isEmpty() {
    return forgotten == frames;
  }

  void replay(BiConsumer<AudioFrame, Long> listener) {
    for (int i = forgotten; i < frames; i++) {
      listener.accept(AudioFrame.copyOf(format, pcm, start(i), ends[i] - start(i)), captured[i]);
    }
  }
}
