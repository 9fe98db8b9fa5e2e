package dev.parley.tts;

import dev.parley.SessionClock;
import dev.parley.audio.AudioFormat;

/**
 * How much of a Flux connection's audio has been played, which an interruption tells the vendor:
 * counted over all turns, and growing with each time that it is told. Not thread-safe.
 *
 * <p>It is an estimate: playout begins with the first audio and runs at the speed of speech.
 */
final class PlayedOffset {
  private static final long NANOS_A_MILLISECOND = 1_000_000;

  private final SessionClock clock;
  private final long bytesPerSecond;
  private long earlierMillis;
  private long toldMillis;
  private long bytes;
  private long firstAudio;

  PlayedOffset(SessionClock clock, AudioFormat format) {
    this.clock = clock;
    this.bytesPerSecond = (long) format.sampleRateHz() * format.bytesPerSample();
  }

  /** Audio of the current turn has come. */
  void received(int length) {
    firstAudio = bytes == 0 ? clock.nanoTime() : firstAudio;
    bytes += length;
  }

  /** The turn's audio is complete. */
  void turnEnded() {
    earlierMillis += receivedMillis();
    bytes = 0;
  }

  /**
   * The turn was interrupted; returns the offset, or 0 when it has not grown and must not be told.
   */
  long interrupted() {
    long elapsed = (clock.nanoTime() - firstAudio) / NANOS_A_MILLISECOND;
    long played = bytes == 0 ? 0 : Math.min(elapsed, receivedMillis());
    earlierMillis += played;
    bytes = 0;
    if (earlierMillis <= toldMillis) {
      return 0;
    }
    toldMillis = earlierMillis;
    return toldMillis;
  }

  private long receivedMillis() {
    return bytes * 1_000 / bytesPerSecond;
  }
}
