package dev.parley.brain.langchain4j;

/**
 * What a lookup has brought. Immutable.
 *
 * @param asked the words that were looked up: an interim's, perhaps
 * @param text the same words with what was found
 */
record Found(String asked, String text) {
  /** The text with the words that were said in the end, which is what a model must be given. */
  String inWords(String said) {
    if (said.equals(asked)) {
      return text;
    }
    int at = text.indexOf(asked);
    if (at >= 0) {
      return text.substring(0, at) + said + text.substring(at + asked.length());
    }
    return SpokenWords.letters(said).equals(SpokenWords.letters(asked))
        ? text
        : said + "\n\n" + text;
  }

  @Override
  public String toString() {
    return "Found[" + asked.length() + " characters, " + text.length() + " with what was found]";
  }
}
