package dev.parley.internal.ear;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.audio.PcmBlocks;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * Keeps the audio since the last final transcript, so that a recogniser that was lost can hear it
 * again. Not thread-safe.
 *
 * <p>It keeps the frames' samples, not the frames: see {@link PcmBlocks}.
 */
final class AudioMemory {
  /** Design, section 7: bounded at 30 s. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private final AudioFormat format;
  private final long mostBytes;
  private final PcmBlocks memory;
  private final Deque<AudioBlock> blocks = new ArrayDeque<>();
  private long bytes;

  /** Creates a memory of audio in this format only. */
  AudioMemory(AudioFormat format) {
    this.format = format;
    this.mostBytes = format.samplesIn(MOST) * format.bytesPerSample();
    this.memory = new PcmBlocks(format);
  }

  /** Adds a frame whose first sample was captured then. */
  void add(AudioFrame frame, long captured) {
    if (frame.byteLength() == 0) {
      return;
    }
    AudioBlock block = blocks.peekLast();
    if (block == null || !block.hasRoomFor(frame)) {
      block = new AudioBlock(format, memory.take(frame.byteLength()));
      blocks.add(block);
    }
    block.add(frame, captured);
    bytes += frame.byteLength();
    while (bytes > mostBytes) {
      forgetFirst();
    }
  }

  private void forgetFirst() {
    AudioBlock block = blocks.getFirst();
    bytes -= block.forgetFirst();
    if (block.isEmpty()) {
      blocks.removeFirst();
      memory.giveBack(block.pcm());
    }
  }

  /** Forgets the frames that were captured before this time. */
  void forgetBefore(long captured) {
    while (!blocks.isEmpty() && blocks.getFirst().firstEnd() <= captured) {
      forgetFirst();
    }
  }

  /** Tells each frame, and when its first sample was captured. */
  void replay(BiConsumer<AudioFrame, Long> listener) {
    blocks.forEach(block -> block.replay(listener));
  }
}
