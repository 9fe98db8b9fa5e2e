package dev.parley.local.brain;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the pieces of words out of a tokenizer's JSON file. */
final class Vocabulary {
  private static final Pattern START = Pattern.compile("\"vocab\"\\s*:\\s*\\{");
  private static final Pattern ENTRY =
      Pattern.compile("\\s*\"((?:[^\"\\\\]|\\\\.)*)\"\\s*:\\s*(\\d+)\\s*,?");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u[0-9a-fA-F]{4}|.)");

  private Vocabulary() {}

  /** Returns the number of each piece. */
  static Map<String, Integer> read(String json) {
    Matcher start = START.matcher(json);
    if (!start.find()) {
      throw new IllegalArgumentException("the tokenizer file has no \"vocab\"; it is damaged");
    }
    var vocabulary = new HashMap<String, Integer>();
    Matcher entry = ENTRY.matcher(json).region(start.end(), json.length());
    while (entry.lookingAt()) {
      vocabulary.put(plain(entry.group(1)), Integer.valueOf(entry.group(2)));
      entry.region(entry.end(), json.length());
    }
    return vocabulary;
  }

  private static String plain(String quoted) {
    return quoted.indexOf('\\') < 0
        ? quoted
        : ESCAPE
            .matcher(quoted)
            .replaceAll(each -> Matcher.quoteReplacement(unescaped(each.group(1))));
  }

  private static String unescaped(String escape) {
    return switch (escape.charAt(0)) {
      case 'u' -> Character.toString(Integer.parseInt(escape.substring(1), 16));
      case 'n' -> "\n";
      case 't' -> "\t";
      case 'r' -> "\r";
      default -> escape;
    };
  }
}
