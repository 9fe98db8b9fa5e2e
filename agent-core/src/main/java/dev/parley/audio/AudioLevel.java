package dev.parley.audio;

import org.apiguardian.api.API;

/**
 * How loud a stretch of audio is, over all channels, in decibels below full scale (dBFS).
 *
 * <p>Full scale is a sample of 32,768, so a sine as loud as can be has a peak of 0 and an RMS of -3
 * dBFS.
 *
 * @param rmsDbfs the root of the mean square, {@value #SILENCE_DBFS} to 0
 * @param peakDbfs the loudest sample, {@value #SILENCE_DBFS} to 0
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record AudioLevel(double rmsDbfs, double peakDbfs) {
  /**
   * What digital silence and a frame without samples are said to have; the softest sample has -90.3
   * dBFS.
   */
  public static final double SILENCE_DBFS = -120;

  private static final double FULL_SCALE = 32_768;

  /** Measures a frame. */
  public static AudioLevel of(AudioFrame frame) {
    int samples = frame.sampleCount() * frame.format().channels();
    long squares = 0;
    int peak = 0;
    for (int i = 0; i < samples; i++) {
      int sample = frame.sample(i);
      squares += (long) sample * sample;
      peak = Math.max(peak, Math.abs(sample));
    }
    return new AudioLevel(dbfs(Math.sqrt((double) squares / Math.max(1, samples))), dbfs(peak));
  }

  private static double dbfs(double amplitude) {
    return amplitude == 0
        ? SILENCE_DBFS
        : Math.max(SILENCE_DBFS, Decibels.of(amplitude / FULL_SCALE));
  }
}
