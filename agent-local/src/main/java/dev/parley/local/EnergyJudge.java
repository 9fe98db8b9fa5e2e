package dev.parley.local;

/**
 * Takes for a voice what is clearly louder than the quietest sound of the last seconds. Not
 * thread-safe.
 *
 * <p>The noise floor falls to every quieter window at once and rises by 3 dB a second, so that a
 * fan that is switched on counts as a voice for some seconds only.
 */
final class EnergyJudge implements VoiceJudge {
  private static final int WINDOW_SAMPLES = 320;
  private static final double RISE_DB_A_WINDOW = 3.0 / 50;
  private static final double LOUDER_DB = 12;
  private static final double QUIETEST_DBFS = -55;
  private static final double SPAN_DB = 6;

  private double floor = QUIETEST_DBFS;

  @Override
  public int windowSamples() {
    return WINDOW_SAMPLES;
  }

  @Override
  public double threshold() {
    return 0.5;
  }

  @Override
  public double judge(short[] window) {
    double sum = 0;
    for (short sample : window) {
      sum += (double) sample * sample;
    }
    double level = 20 * Math.log10(Math.max(1e-6, Math.sqrt(sum / window.length) / 32_768));
    floor = Math.max(-90, Math.min(level, floor + RISE_DB_A_WINDOW));
    double above = level - Math.max(floor + LOUDER_DB, QUIETEST_DBFS);
    return Math.max(0, Math.min(1, 0.5 + above / (2 * SPAN_DB)));
  }
}
