package dev.parley.internal.voice;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * The audio of one speech as it comes from the voice and goes into the room, with a way back to the
 * start of a word that was cut.
 *
 * <p>Positions are samples from the start of the speech. Not thread-safe.
 */
final class SpeechAudio {
  /** How far back playout can go: longer than any word. */
  private static final int KEPT_SECONDS = 4;

  private final AudioFormat format;
  private final Deque<Chunk> chunks = new ArrayDeque<>();
  private long received;
  private long position;
  private boolean released;

  private record Chunk(long start, AudioFrame frame) {
    long end() {
      return start + frame.sampleCount();
    }
  }

  SpeechAudio(AudioFormat format) {
    this.format = format;
  }

  void add(AudioFrame frame) {
    if (frame.sampleCount() > 0 && !released) {
      chunks.add(new Chunk(received, frame));
    }
    received += frame.sampleCount();
  }

  /** Lets the audio go, which nobody will hear any more; what is known of it stays. */
  void release() {
    released = true;
    chunks.clear();
  }

  /** How many samples are in memory. */
  long kept() {
    return chunks.stream().mapToLong(chunk -> chunk.frame().sampleCount()).sum();
  }

  /** How much audio has come, in samples. */
  long received() {
    return received;
  }

  /** Where the next frame will be taken from, in samples. */
  long position() {
    return position;
  }

  boolean isDrained() {
    return position >= received;
  }

  /** Goes back, or forward, to a position that is still there. */
  void seek(long target) {
    if (released) {
      return;
    }
    Chunk oldest = chunks.peekFirst();
    long first = oldest == null ? received : oldest.start();
    position = Math.max(first, Math.min(target, received));
  }

  /** Forgets what comes after a position, or after what was played if that is later. */
  void truncate(long target) {
    long end = Math.max(target, position);
    while (!chunks.isEmpty() && chunks.getLast().start() >= end) {
      chunks.removeLast();
    }
    Chunk last = chunks.peekLast();
    if (last != null && last.end() > end) {
      chunks.removeLast();
      chunks.add(new Chunk(last.start(), last.frame().slice(0, (int) (end - last.start()))));
    }
    received = Math.min(received, end);
  }

  /** Takes the next frame of at most {@code samples}, or null when there is none. */
  @Nullable AudioFrame take(int samples) {
    int length = (int) Math.min(samples, received - position);
    if (length <= 0 || released) {
      return null;
    }
    var pcm = new byte[length * format.bytesPerSample()];
    copy(position, pcm);
    position += length;
    forgetOld();
    return AudioFrame.wrap(format, pcm);
  }

  private void copy(long from, byte[] target) {
    int bytes = format.bytesPerSample();
    long to = from + target.length / bytes;
    for (Chunk chunk : chunks) {
      if (chunk.end() > from && chunk.start() < to) {
        long start = Math.max(from, chunk.start());
        long end = Math.min(to, chunk.end());
        chunk
            .frame()
            .slice((int) (start - chunk.start()), (int) (end - chunk.start()))
            .copyTo(target, (int) (start - from) * bytes);
      }
      if (chunk.start() >= to) {
        return;
      }
    }
  }

  private void forgetOld() {
    long kept = position - (long) KEPT_SECONDS * format.sampleRateHz();
    while (!chunks.isEmpty() && chunks.getFirst().end() < kept) {
      chunks.removeFirst();
    }
  }
}
