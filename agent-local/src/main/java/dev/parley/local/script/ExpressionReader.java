package dev.parley.local.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code (can | could) I have {thing} [please]}. Not thread-safe. */
final class ExpressionReader {
  private static final Pattern TOKEN =
      Pattern.compile("\\{([a-z]+)}|[\\[\\]()|]|[^\\s\\[\\](){}|]+|[{}]");

  private final String text;
  private final List<String> tokens = new ArrayList<>();
  private int position;

  private ExpressionReader(String text) {
    this.text = text;
    Matcher matcher = TOKEN.matcher(text);
    while (matcher.find()) {
      tokens.add(matcher.group());
    }
  }

  /**
   * Reads a pattern.
   *
   * @throws IllegalArgumentException when brackets do not match or there is no word
   */
  static Expression read(String text) {
    var reader = new ExpressionReader(text);
    Expression expression = reader.choice();
    if (reader.position < reader.tokens.size()) {
      throw reader.wrong(
          "'" + reader.tokens.get(reader.position) + "' closes nothing; take it out");
    }
    if (isEmpty(expression)) {
      throw reader.wrong("there is no word in it; write what people say");
    }
    return expression;
  }

  private Expression choice() {
    var options = new ArrayList<Expression>();
    options.add(sequence());
    while (at("|")) {
      position++;
      options.add(sequence());
    }
    return options.size() == 1 ? options.get(0) : new Expression.Choice(options);
  }

  private Expression sequence() {
    var parts = new ArrayList<Expression>();
    while (position < tokens.size() && !at("|") && !at(")") && !at("]")) {
      part(parts);
    }
    return parts.size() == 1 ? parts.get(0) : new Expression.Sequence(parts);
  }

  private void part(List<Expression> parts) {
    String token = tokens.get(position++);
    switch (token) {
      case "(" -> parts.add(closed(")"));
      case "[" -> parts.add(Expression.optional(closed("]")));
      case "{", "}" -> throw wrong("a slot is written {name}, in small letters");
      default -> {
        if (token.startsWith("{")) {
          parts.add(new Expression.Slot(token.substring(1, token.length() - 1)));
        } else {
          Words.of(token).forEach(word -> parts.add(new Expression.Word(word)));
        }
      }
    }
  }

  private Expression closed(String bracket) {
    Expression inside = choice();
    if (!at(bracket)) {
      throw wrong("a '" + bracket + "' is missing");
    }
    position++;
    return inside;
  }

  private boolean at(String token) {
    return position < tokens.size() && tokens.get(position).equals(token);
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException("in '" + text + "' " + what);
  }

  private static boolean isEmpty(Expression expression) {
    var found = new boolean[1];
    Expression.walk(
        expression,
        each -> found[0] |= each instanceof Expression.Word || each instanceof Expression.Slot);
    return !found[0];
  }
}
