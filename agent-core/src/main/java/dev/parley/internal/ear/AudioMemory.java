package dev.parley.internal.ear;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiConsumer;

/**
 * Keeps the audio since the last final transcript, so that a recogniser that was lost can hear it
 * again. Not thread-safe.
 *
 * <p>It keeps samples, in blocks that it uses again, and no frames: fifty small objects a second,
 * each of which lives for some seconds, are what a collector of garbage copies most.
 */
final class AudioMemory {
  /** Design, section 7: bounded at 30 s. */
  private static final Duration MOST = Duration.ofSeconds(30);

  private static final Duration BLOCK = Duration.ofSeconds(1);

  /** A turn of speech is seldom longer; what a long silence needed is given back. */
  private static final int MOST_SPARE = 8;

  private final AudioFormat format;
  private final long mostBytes;
  private final int blockBytes;
  private final Deque<AudioBlock> blocks = new ArrayDeque<>();
  private final Deque<AudioBlock> spare = new ArrayDeque<>();
  private long bytes;

  /** Creates a memory of audio in this format only. */
  AudioMemory(AudioFormat format) {
    this.format = format;
    this.mostBytes = bytesIn(MOST);
    this.blockBytes = Math.toIntExact(bytesIn(BLOCK));
  }

  private long bytesIn(Duration duration) {
    return format.samplesIn(duration) * format.bytesPerSample();
  }

  /** Adds a frame whose first sample was captured then. */
  void add(AudioFrame frame, long captured) {
    if (frame.byteLength() == 0) {
      return;
    }
    AudioBlock block = blocks.peekLast();
    if (block == null || !block.hasRoomFor(frame)) {
      block = nextBlock(frame.byteLength());
      blocks.add(block);
    }
    block.add(frame, captured);
    bytes += frame.byteLength();
    while (bytes > mostBytes) {
      forgetFirst();
    }
  }

  private AudioBlock nextBlock(int leastBytes) {
    if (leastBytes > blockBytes) {
      return new AudioBlock(format, leastBytes);
    }
    AudioBlock used = spare.poll();
    return used == null ? new AudioBlock(format, blockBytes) : used;
  }

  private void forgetFirst() {
    AudioBlock block = blocks.getFirst();
    bytes -= block.forgetFirst();
    if (block.isEmpty()) {
      blocks.removeFirst();
      if (block.size() == blockBytes && spare.size() < MOST_SPARE) {
        spare.push(block);
      }
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
