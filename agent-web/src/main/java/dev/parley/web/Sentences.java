package dev.parley.web;

import java.nio.charset.StandardCharsets;

/** Fits sentences into the frames of the WebSocket protocol. */
final class Sentences {
  /** A control frame holds 125 bytes, two of which are the close code (RFC 6455, section 5.5). */
  private static final int LONGEST_REASON_BYTES = 123;

  private Sentences() {}

  /** Returns the sentence, cut at a character if a close frame cannot hold all of it. */
  static String fitting(String sentence) {
    int end = sentence.length();
    while (bytes(sentence.substring(0, end)) > LONGEST_REASON_BYTES) {
      end = sentence.offsetByCodePoints(end, -1);
    }
    return sentence.substring(0, end);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
