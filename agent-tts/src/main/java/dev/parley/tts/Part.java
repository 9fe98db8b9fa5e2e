package dev.parley.tts;

/**
 * A piece of text as it goes to a vendor.
 *
 * @param offer the number of the offer that it belongs to, from 0
 * @param text with the blanks that the vendor needs to join it to the others
 * @param start where it begins in the text that was offered
 * @param last whether it is the last part of its offer
 */
record Part(int offer, String text, int start, boolean last) {}
