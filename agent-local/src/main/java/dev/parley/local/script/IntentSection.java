package dev.parley.local.script;

import dev.parley.local.script.Intent.Effect;
import dev.parley.local.script.Intent.OrderStep;
import dev.parley.local.script.Intent.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads an intent: what guests say, what the assistant does and answers. Not thread-safe. */
final class IntentSection implements ScriptReader.Section {
  private static final Pattern ASK = Pattern.compile("Ask \\{([a-z]+)}: *(.+)");
  private static final Pattern DIRECTIVE = Pattern.compile("(Order|Do|Answer|Forget): *(.+)");

  private static final Pattern FROM = Pattern.compile("from the (?:documents|passage (.+))");

  private final String title;
  private final List<Expression> phrases = new ArrayList<>();
  private final List<String> samples = new ArrayList<>();
  private final List<Question> questions = new ArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final StringBuilder answer = new StringBuilder();
  private OrderStep order = OrderStep.NONE;
  private @Nullable String action;
  private Effect effect = Effect.NONE;
  private @Nullable String passage;

  IntentSection(String title) {
    this.title = title;
  }

  Intent read() {
    endAnswer();
    return new Intent(title, phrases, samples, answers, order, action, questions, effect, passage);
  }

  @Override
  public void line(String line) {
    if (line.startsWith("> ") && !line.substring(1).isBlank()) {
      answer.append(line.substring(1).strip()).append(' ');
      return;
    }
    endAnswer();
    if (line.strip().equals(">")) {
      return; // the paragraph ends: another answer follows
    }
    if (line.startsWith("- ")) {
      String sample = line.substring(2).strip();
      phrases.add(ExpressionReader.read(sample));
      samples.add(sample);
    } else if (!line.isEmpty()) {
      directive(line);
    }
  }

  private void endAnswer() {
    String text = answer.toString().strip();
    answer.setLength(0);
    if (!text.isEmpty()) {
      answers.add(AnswerReader.read(text));
    }
  }

  private void directive(String line) {
    Matcher ask = ASK.matcher(line);
    Matcher directive = DIRECTIVE.matcher(line);
    if (ask.matches()) {
      questions.add(new Question(ask.group(1), ask.group(2)));
    } else if (directive.matches()) {
      directive(directive.group(1), directive.group(2).strip());
    } else {
      throw new IllegalArgumentException(
          "'"
              + line
              + "' makes no sense here; begin with - for what guests say, > for what is answered, or with"
              + " Order:, Do:, Ask {slot}:, Answer: or Forget:");
    }
  }

  private void directive(String key, String value) {
    switch (key) {
      case "Order" -> order = order(value);
      case "Do" -> action = value;
      case "Answer" -> answerFrom(value);
      default -> effect = effect(value, "the question", Effect.NEVER_MIND);
    }
  }

  private void answerFrom(String value) {
    Matcher from = FROM.matcher(value);
    if (!from.matches()) {
      throw new IllegalArgumentException(
          "'"
              + value
              + "' is not known here; write 'from the documents' or 'from the passage' and its heading");
    }
    effect = Effect.LOOK_UP;
    passage = from.group(1);
  }

  private static OrderStep order(String value) {
    for (OrderStep step : OrderStep.values()) {
      if (step.name().toLowerCase(Locale.ROOT).equals(value)) {
        return step;
      }
    }
    throw new IllegalArgumentException(
        "Order: cannot be '" + value + "'; it is add, change, remove, clear or place");
  }

  private static Effect effect(String value, String expected, Effect effect) {
    if (!value.equals(expected)) {
      throw new IllegalArgumentException(
          "'" + value + "' is not known here; write '" + expected + "'");
    }
    return effect;
  }
}
