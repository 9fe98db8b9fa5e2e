package dev.parley.internal.voice;

/**
 * A word of a speech: where it stands in the text and when it sounds.
 *
 * @param textStart first character
 * @param textEnd behind the last character
 * @param startNanos when it begins to sound, from the start of the speech
 * @param endNanos when it has sounded wholly
 */
record WordSpan(int textStart, int textEnd, long startNanos, long endNanos) {}
