package dev.parley.brain.langchain4j;

/**
 * What a model may see of something that was said. Immutable.
 *
 * @param text as it was said, rewritten, or a word that says that it is withheld
 */
record Screened(String text, boolean isRefused) {
  /** Stands for what is not shown: models refuse messages without words. */
  static final String WITHHELD = "[withheld]";

  private static final Screened REFUSED = new Screened(WITHHELD, true);

  /** Passed; a text of which a guardrail has left nothing is withheld. */
  static Screened passed(String text) {
    return new Screened(orWithheld(text), false);
  }

  static String orWithheld(String text) {
    return text.isBlank() ? WITHHELD : text;
  }

  static Screened refused() {
    return REFUSED;
  }

  @Override
  public String toString() {
    return "Screened[" + text.length() + " characters, refused " + isRefused + "]";
  }
}
