package dev.parley.stt.assemblyai;

import java.util.OptionalLong;

/**
 * Tells when a voice was last heard, by loudness over the background, to a hundredth of a second.
 * Used in the stream's context only.
 *
 * <p>For measuring only: the ends of words that the vendor sends are up to 1.3 s late, and so tell
 * nothing about how long a final took.
 */
final class VoiceTail {
  /** About -54 dBFS: below it nobody can be understood. */
  static final int QUIET_PEAK = 64;

  private static final int WINDOWS_A_SECOND = 100;
  private static final double SOFTEST_VOICE = 150;
  private static final double OVER_BACKGROUND = 3;
  private static final double BACKGROUND_RISE = 1.002;
  private static final long NANOS_A_SECOND = 1_000_000_000L;

  private final Timers timers;
  private final int sampleRateHz;
  private final int windowSamples;
  private double background = SOFTEST_VOICE;
  private boolean voiced;
  private long lastVoiceNanos;
  private long voicedNanos;

  VoiceTail(Timers timers, int sampleRateHz) {
    this.timers = timers;
    this.sampleRateHz = sampleRateHz;
    this.windowSamples = sampleRateHz / WINDOWS_A_SECOND;
  }

  /** Takes samples that end now. Returns whether nobody can be speaking in them. */
  boolean heard(byte[] pcm, int samples) {
    long now = timers.nanoTime();
    int peak = 0;
    for (int from = 0; from < samples; from += windowSamples) {
      int to = Math.min(samples, from + windowSamples);
      peak = Math.max(peak, window(pcm, from, to, now - nanos(samples - to)));
    }
    return peak <= QUIET_PEAK;
  }

  private int window(byte[] pcm, int from, int to, long endNanos) {
    int peak = 0;
    double power = 0;
    for (int i = from; i < to; i++) {
      int sample = (pcm[2 * i] & 0xff) | (pcm[2 * i + 1] << 8);
      peak = Math.max(peak, Math.abs(sample));
      power += (double) sample * sample;
    }
    double level = Math.sqrt(power / (to - from));
    if (level > Math.max(SOFTEST_VOICE, OVER_BACKGROUND * background)) {
      voiced = true;
      lastVoiceNanos = endNanos;
      voicedNanos += nanos(to - from);
    }
    background = level < background ? level : background * BACKGROUND_RISE + 0.01;
    return peak;
  }

  private long nanos(int samples) {
    return samples * NANOS_A_SECOND / sampleRateHz;
  }

  /**
   * When the voice that has been heard since the last call of this was last heard; then forgets it.
   */
  OptionalLong takeLastVoice() {
    OptionalLong last = voiced ? OptionalLong.of(lastVoiceNanos) : OptionalLong.empty();
    voiced = false;
    return last;
  }

  /** How much voice there has been in all. */
  long voicedNanos() {
    return voicedNanos;
  }
}
