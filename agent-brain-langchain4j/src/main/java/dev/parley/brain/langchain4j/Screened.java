package dev.parley.brain.langchain4j;

/**
 * What a model may see of something that was said. Immutable.
 *
 * @param text as it was said, rewritten, or a word that says that it is withheld
 */
record Screened(String text, boolean isRefused) {
  private static final Screened REFUSED = new Screened("[withheld]", true);

  static Screened passed(String text) {
    return new Screened(text, false);
  }

  static Screened refused() {
    return REFUSED;
  }

  @Override
  public String toString() {
    return "Screened[" + text.length() + " characters, refused " + isRefused + "]";
  }
}
