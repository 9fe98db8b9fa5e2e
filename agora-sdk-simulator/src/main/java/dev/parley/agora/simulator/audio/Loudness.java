package dev.parley.agora.simulator.audio;

/** Measures 16-bit little-endian PCM. */
public final class Loudness {
  /** What digital silence measures, in dB of full scale. */
  public static final double SILENCE = -127;

  private Loudness() {}

  /** Whether every sample is zero. */
  public static boolean isSilent(byte[] pcm) {
    for (byte b : pcm) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the root mean square in dB of full scale, {@link #SILENCE} to 0. */
  public static double decibels(byte[] pcm) {
    int samples = pcm.length / 2;
    if (samples == 0) {
      return SILENCE;
    }
    double sum = 0;
    for (int i = 0; i < samples; i++) {
      double sample = sample(pcm, i);
      sum += sample * sample;
    }
    double rms = Math.sqrt(sum / samples) / 32_768;
    return rms == 0 ? SILENCE : Math.max(SILENCE, 20 * Math.log10(rms));
  }

  /** Returns sample number {@code index}. */
  static short sample(byte[] pcm, int index) {
    return (short) ((pcm[2 * index] & 0xff) | (pcm[2 * index + 1] << 8));
  }

  /** Sets sample number {@code index}, limited to 16 bits. */
  static void setSample(byte[] pcm, int index, double value) {
    int limited = (int) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, Math.round(value)));
    pcm[2 * index] = (byte) limited;
    pcm[2 * index + 1] = (byte) (limited >> 8);
  }
}
