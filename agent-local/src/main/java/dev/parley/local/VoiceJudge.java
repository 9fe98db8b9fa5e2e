package dev.parley.local;

/**
 * Tells how likely it is that there is a voice in a window of sound. One for each stream; not
 * thread-safe.
 */
interface VoiceJudge {
  /** How many samples of 16 kHz a window has. */
  int windowSamples();

  /** Judges the next window; the array is used again afterwards. */
  double judge(short[] window);

  /** How much must speak for a voice before there is one. */
  double threshold();
}
