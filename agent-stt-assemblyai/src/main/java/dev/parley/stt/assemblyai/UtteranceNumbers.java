package dev.parley.stt.assemblyai;

/**
 * Numbers the utterances of a stream, whatever session they come from. Used in its context only.
 */
final class UtteranceNumbers {
  private long next;

  /** Returns 0, 1, 2 and so on. */
  long next() {
    return next++;
  }
}
