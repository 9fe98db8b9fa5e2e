package dev.parley.tts;

/** One reply on one connection. All calls come in the line's serial context. */
interface Talk {
  /** Sends the next part of the text. */
  void say(String text);

  /** Says that the text is complete. */
  void end();

  /**
   * Tells the vendor to stop; nothing is told to the listener any more.
   *
   * @return whether the vendor still owes an answer, until which the reply counts for it
   */
  boolean cancel();
}
