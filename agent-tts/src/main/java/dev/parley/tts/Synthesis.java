package dev.parley.tts;

/**
 * One attempt to have a text spoken by a vendor. Calls come one at a time.
 *
 * <p>{@code cancel} may come at any time, also twice and after the end; nothing is told after it.
 */
interface Synthesis {
  /**
   * Sends the next part of the text; only after {@link SynthesisListener#ready}.
   *
   * @return how many characters were sent, as the vendor counts and bills them
   */
  int say(Part part);

  /**
   * Asks for a part that will probably be the next; nothing is told of it unless it is. By default
   * nothing.
   */
  default void anticipate(Part part) {}

  /** Says that the text is complete; only after {@link SynthesisListener#ready}. */
  void end();

  /** Tells the vendor to stop and hears no more of it. */
  void cancel();
}
