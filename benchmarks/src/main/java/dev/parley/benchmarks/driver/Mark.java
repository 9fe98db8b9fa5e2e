package dev.parley.benchmarks.driver;

/**
 * An utterance in what callers say.
 *
 * @param firstFrame its first loud frame, counted in the cycle
 * @param lastFrame its last loud frame
 * @param barge whether it falls into the agent's reply
 */
record Mark(int firstFrame, int lastFrame, boolean barge) {}
