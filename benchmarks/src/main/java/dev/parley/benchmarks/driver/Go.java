package dev.parley.benchmarks.driver;

/**
 * When a run begins and ends, in microseconds of {@link Stopwatch}.
 *
 * @param startMicros when the first caller begins to speak
 * @param stopMicros when all stop
 */
record Go(long startMicros, long stopMicros) {
  private static final int GROUPS = 5;
  private static final long BETWEEN_GROUPS_MICROS = 2_000;
  private static final long FRAME_MICROS = CallerAudio.FRAME_MILLIS * 1_000L;

  /** Reads the harness's line. */
  static Go parse(String line) {
    String[] words = line.strip().split(" ", -1);
    if (words.length != 3 || !words[0].equals("GO")) {
      throw new IllegalArgumentException("the harness said '" + line + "', not GO START STOP");
    }
    return new Go(Long.parseLong(words[1]), Long.parseLong(words[2]));
  }

  /**
   * When a caller begins: all are spread over one cycle, and five groups over the length of a
   * frame.
   */
  long beginOf(int number, int of, int cycleFrames) {
    long frames = Math.round((double) number * cycleFrames / of);
    return startMicros + frames * FRAME_MICROS + (number % GROUPS) * BETWEEN_GROUPS_MICROS;
  }
}
