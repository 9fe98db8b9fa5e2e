package dev.parley.tts;

import dev.parley.audio.AudioFormat;

/**
 * How a vendor wants to be spoken to, as far as it is figures.
 *
 * @param name of the engine, in front of every metric
 * @param output the shape of the audio that is asked for, and that the listener gets
 * @param window how many parts may be with the vendor whose audio has not ended
 * @param longestPart in characters; longer texts are cut
 * @param tokens whether it takes words as they are written, so that nothing in between is left out
 * @param startsAtOnce whether it begins to speak a part before it knows that the text has ended
 */
record Manners(
    String name,
    AudioFormat output,
    int window,
    int longestPart,
    boolean tokens,
    boolean startsAtOnce) {
  /** The window of vendors that do not tell when a part has ended. */
  static final int UNLIMITED = Integer.MAX_VALUE;
}
