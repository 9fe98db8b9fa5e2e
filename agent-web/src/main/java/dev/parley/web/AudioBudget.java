package dev.parley.web;

import dev.parley.audio.AudioFormat;
import java.time.Duration;

/**
 * Lets a microphone send as much as time has passed, and some more after a stall: whoever sends
 * faster than sound would fill every queue behind. Used in the room's serial only.
 */
final class AudioBudget {
  private static final Duration BURST = Duration.ofSeconds(3);

  /** Clocks of sound hardware are off by a fraction of a percent; this is far more. */
  private static final double TOLERANCE = 1.05;

  private final double samplesANano;
  private final double most;
  private double ahead;
  private long atNanos;

  AudioBudget(AudioFormat format, long nowNanos) {
    this.samplesANano = format.sampleRateHz() / 1e9;
    this.most = format.samplesIn(BURST);
    this.atNanos = nowNanos;
  }

  /** Takes these samples into account, or returns false when that would be too many by now. */
  boolean takes(int samples, long nowNanos) {
    ahead = Math.max(0, ahead - (nowNanos - atNanos) * samplesANano * TOLERANCE);
    atNanos = nowNanos;
    if (ahead + samples > most) {
      return false;
    }
    ahead += samples;
    return true;
  }
}
