package dev.parley.stt.assemblyai;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The audio that may still be needed: what was sent but is not part of a final yet, and what waits
 * to be sent. Used in the stream's context only.
 *
 * <p>Holds as much as its bound. Then the oldest of what was sent goes; what was not sent is never
 * dropped here, because nothing more is accepted before the bound is reached.
 */
final class AudioLog {
  private final long mostSamples;
  private final ChunkMemory memory;
  private final ArrayDeque<Chunk> sent = new ArrayDeque<>();
  private final ArrayDeque<Chunk> unsent = new ArrayDeque<>();
  private long sentSamples;
  private long unsentSamples;
  private long end;
  private long passedTo;
  private long passed;

  AudioLog(long mostSamples, ChunkMemory memory) {
    this.mostSamples = mostSamples;
    this.memory = memory;
  }

  /** Adds a chunk to be sent. */
  void append(Chunk chunk) {
    unsent.addLast(chunk);
    unsentSamples += chunk.samples();
    end = chunk.end();
    trim();
  }

  /**
   * Takes the next chunks to be sent, at least one.
   *
   * @param most how many samples they may hold together
   * @param border a sample of the stream that one message must not reach across
   */
  List<Chunk> take(int most, long border) {
    var taken = new ArrayList<Chunk>();
    int samples = 0;
    do {
      Chunk next = unsent.removeFirst();
      samples += next.sentSamples();
      taken.add(next);
      keep(next);
    } while (!unsent.isEmpty()
        && samples + unsent.getFirst().sentSamples() <= most
        && !(taken.get(0).start() < border && border <= unsent.getFirst().start()));
    return taken;
  }

  private void keep(Chunk chunk) {
    unsentSamples -= chunk.samples();
    sent.addLast(chunk);
    sentSamples += chunk.samples();
    pass(chunk);
  }

  private void pass(Chunk chunk) {
    passed += Math.max(0, chunk.end() - Math.max(chunk.start(), passedTo));
    passedTo = Math.max(passedTo, chunk.end());
  }

  /** Forgets what was sent and ends before or at this sample. */
  void forget(long sample) {
    while (!sent.isEmpty() && sent.getFirst().end() <= sample) {
      forgetFirst();
    }
  }

  private void forgetFirst() {
    Chunk chunk = sent.removeFirst();
    sentSamples -= chunk.samples();
    chunk.forget(memory);
  }

  /**
   * Makes everything from this sample on unsent again and forgets what is before it.
   *
   * @return how many samples were sent already and will be sent again
   */
  long rewind(long sample) {
    forget(sample);
    long again = 0;
    while (!sent.isEmpty()) {
      Chunk chunk = sent.removeLast().from(sample);
      again += chunk.samples();
      unsent.addFirst(chunk);
    }
    sentSamples = 0;
    unsentSamples += again;
    return again;
  }

  /** Forgets what waits to be sent before this sample; for audio that is silence. */
  void leaveOut(long sample) {
    while (!unsent.isEmpty() && unsent.getFirst().end() <= sample) {
      Chunk chunk = unsent.removeFirst();
      unsentSamples -= chunk.samples();
      pass(chunk);
      chunk.forget(memory);
    }
  }

  /**
   * The first sample from {@code from} on at which somebody may be speaking, less a margin; the end
   * when there is none.
   */
  long firstVoice(long from, long margin) {
    for (Chunk chunk : sent) {
      if (chunk.end() > from && !chunk.quiet()) {
        return Math.max(from, chunk.start() - margin);
      }
    }
    for (Chunk chunk : unsent) {
      if (chunk.end() > from && !chunk.quiet()) {
        return Math.max(from, chunk.start() - margin);
      }
    }
    return end;
  }

  private void trim() {
    while (sentSamples + unsentSamples > mostSamples && !sent.isEmpty()) {
      forgetFirst();
    }
  }

  /** The first sample that is still here; the end when there is none. */
  long start() {
    if (!sent.isEmpty()) {
      return sent.getFirst().start();
    }
    return unsent.isEmpty() ? end : unsent.getFirst().start();
  }

  /** The sample that follows the last. */
  long end() {
    return end;
  }

  /** The first sample that was not sent; the end when all was. */
  long sentTo() {
    return unsent.isEmpty() ? end : unsent.getFirst().start();
  }

  boolean hasUnsent() {
    return !unsent.isEmpty();
  }

  /** How many samples do not wait any more to be sent for the first time. */
  long passedSamples() {
    return passed;
  }

  /** How many samples are kept in all. */
  long samples() {
    return sentSamples + unsentSamples;
  }
}
