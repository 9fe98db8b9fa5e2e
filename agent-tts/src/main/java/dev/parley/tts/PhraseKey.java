package dev.parley.tts;

import org.jspecify.annotations.Nullable;

/**
 * What makes two phrases sound alike.
 *
 * @param language the BCP 47 tag that the session asked for, or null: the voice's own
 * @param text without blanks around it
 */
record PhraseKey(@Nullable String language, String text) {
  /** Tells the language, never the words. */
  @Override
  public String toString() {
    return "PhraseKey[" + language + "]";
  }
}
