package dev.parley.testkit.assemblyai;

/**
 * A word that was understood.
 *
 * @param text in lower case
 * @param start the sample at which it begins
 * @param end the sample that follows its last
 */
record CodedWord(String text, long start, long end) {}
