package dev.parley.brain.langchain4j;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * When two transcripts say the same: finals differ from interims in case and in marks of sentences.
 * All else counts, such as vowel signs and the signs of {@code C++} and {@code -5}.
 */
final class SpokenWords {
  private static final String MARKS = "[.,!?…;:。、，！？；：؟،؛।]+";
  private static final Pattern AT_ENDS_OF_WORDS = Pattern.compile(MARKS + "(?=[\\s\\p{Z}]|$)");
  private static final Pattern AT_BEGINNINGS = Pattern.compile("(?<![^\\s\\p{Z}])[¿¡]+");
  private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}]+");

  private SpokenWords() {}

  /** The text without marks of sentences, in one form of Unicode. */
  static String letters(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    String words = AT_ENDS_OF_WORDS.matcher(composed).replaceAll("");
    return SPACES.matcher(AT_BEGINNINGS.matcher(words).replaceAll("")).replaceAll(" ").strip();
  }

  /** The same without case: equal for transcripts that say the same. */
  static String key(String text) {
    return letters(text).toLowerCase(Locale.ROOT);
  }
}
