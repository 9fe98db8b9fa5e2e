package dev.parley.brain.langchain4j;

import java.util.Map;

/** Turns Python's {@code True}, {@code False} and {@code None} outside of strings into JSON's. */
final class JsonWords {
  private static final Map<String, String> PLAIN =
      Map.of("True", "true", "False", "false", "None", "null");

  private JsonWords() {}

  static String plain(String text) {
    var plain = new StringBuilder(text.length());
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        plain.append(c);
        if (c == '\\' && i + 1 < text.length()) {
          plain.append(text.charAt(++i));
        } else if (c == quote) {
          quote = 0;
        }
      } else if (Character.isLetter(c)) {
        int end = wordEnd(text, i);
        String word = text.substring(i, end);
        plain.append(PLAIN.getOrDefault(word, word));
        i = end - 1;
      } else {
        quote = c == '"' || c == '\'' ? c : 0;
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static int wordEnd(String text, int begin) {
    int end = begin;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }
}
