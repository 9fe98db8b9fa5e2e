package dev.parley.internal.voice;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.audio.PcmBlocks;
import java.util.ArrayList;
import java.util.List;
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
  private final PcmBlocks memory;
  private final List<byte[]> blocks = new ArrayList<>();
  private long firstKept;
  private long received;
  private long position;
  private boolean released;

  SpeechAudio(AudioFormat format, PcmBlocks memory) {
    this.format = format;
    this.memory = memory;
  }

  void add(AudioFrame frame) {
    if (released) {
      received += frame.sampleCount();
      return;
    }
    int taken = 0;
    while (taken < frame.sampleCount()) {
      int place = place(received);
      if (received == end()) {
        blocks.add(memory.take());
      }
      int now = Math.min(frame.sampleCount() - taken, memory.samples() - place);
      boolean whole = now == frame.sampleCount();
      (whole ? frame : frame.slice(taken, taken + now))
          .copyTo(block(received), place * format.bytesPerSample());
      taken += now;
      received += now;
    }
  }

  /** The position behind the last block. */
  private long end() {
    return firstKept + (long) blocks.size() * memory.samples();
  }

  private byte[] block(long sample) {
    return blocks.get((int) ((sample - firstKept) / memory.samples()));
  }

  /** Where in its block a sample is. */
  private int place(long sample) {
    return (int) ((sample - firstKept) % memory.samples());
  }

  /** Lets the audio go, which nobody will hear any more; what is known of it stays. */
  void release() {
    released = true;
    blocks.forEach(memory::giveBack);
    blocks.clear();
  }

  /** How many samples are in memory. */
  long kept() {
    return blocks.isEmpty() ? 0 : received - firstKept;
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
    if (!released) {
      position = Math.max(firstKept, Math.min(target, received));
    }
  }

  /** Forgets what comes after a position, or after what was played if that is later. */
  void truncate(long target) {
    received = Math.min(received, Math.max(target, position));
    while (!blocks.isEmpty() && end() - memory.samples() >= received) {
      memory.giveBack(blocks.remove(blocks.size() - 1));
    }
  }

  /** Takes the next frame of at most {@code samples}, or null when there is none. */
  @Nullable AudioFrame take(int samples) {
    int length = (int) Math.min(samples, received - position);
    if (length <= 0 || released) {
      return null;
    }
    int bytes = format.bytesPerSample();
    var pcm = new byte[length * bytes];
    int taken = 0;
    while (taken < length) {
      int place = place(position);
      int now = Math.min(length - taken, memory.samples() - place);
      System.arraycopy(block(position), place * bytes, pcm, taken * bytes, now * bytes);
      taken += now;
      position += now;
    }
    forgetOld();
    return AudioFrame.wrap(format, pcm);
  }

  private void forgetOld() {
    long kept = position - (long) KEPT_SECONDS * format.sampleRateHz();
    while (!blocks.isEmpty() && firstKept + memory.samples() < kept) {
      memory.giveBack(blocks.remove(0));
      firstKept += memory.samples();
    }
  }
}
