package dev.parley.brain.langchain4j;

/** Adds closing brackets that are missing at the end of JSON, if what stands there is complete. */
final class MissingBrackets {
  private MissingBrackets() {}

  static String close(String text) {
    var open = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        if (c == '\\') {
          i++;
        } else if (c == quote) {
          quote = 0;
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '{' || c == '[') {
        open.append(c == '{' ? '}' : ']');
      } else if ((c == '}' || c == ']') && !open.isEmpty()) {
        open.setLength(open.length() - 1);
      }
    }
    return quote == 0 && isComplete(text) ? text + open.reverse() : text;
  }

  /** A number may go on, and so may a word; quotes and brackets end what they end. */
  private static boolean isComplete(String text) {
    return text.endsWith("\"")
        || text.endsWith("'")
        || text.endsWith("}")
        || text.endsWith("]")
        || text.endsWith("true")
        || text.endsWith("false")
        || text.endsWith("null");
  }
}
