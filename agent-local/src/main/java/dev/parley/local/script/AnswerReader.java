package dev.parley.local.script;

import dev.parley.local.script.Answer.Condition;
import dev.parley.local.script.Answer.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads {@code [no order] You have not ordered anything yet.} */
final class AnswerReader {
  private static final Pattern CONDITIONAL = Pattern.compile("\\[([^\\]]+)]\\s*(.+)");
  private static final Pattern SLOT = Pattern.compile("(no |again )?\\{([a-z]+)}(?: is (.+))?");

  private AnswerReader() {}

  static Answer read(String text) {
    Matcher matcher = CONDITIONAL.matcher(text);
    if (!matcher.matches()) {
      return new Answer(List.of(), text);
    }
    var conditions = new ArrayList<Condition>();
    for (String each : matcher.group(1).split(",", -1)) {
      conditions.add(condition(each.strip()));
    }
    return new Answer(conditions, matcher.group(2));
  }

  private static Condition condition(String text) {
    Matcher slot = SLOT.matcher(text);
    if (slot.matches()) {
      return slot(slot.group(2), slot.group(1), slot.group(3));
    }
    return switch (text) {
      case "order" -> new Condition(Kind.ORDER, "", "");
      case "no order" -> new Condition(Kind.NO_ORDER, "", "");
      case "" ->
          throw new IllegalArgumentException(
              "there is a condition without words; write [no order], [{day}] or words of the action's result");
      default -> new Condition(Kind.RESULT, text, "");
    };
  }

  private static Condition slot(String name, @Nullable String sign, @Nullable String value) {
    if (value != null) {
      return new Condition(Kind.SLOT_IS, name, value);
    }
    if (sign == null) {
      return new Condition(Kind.SLOT, name, "");
    }
    return new Condition(sign.equals("no ") ? Kind.NO_SLOT : Kind.AGAIN, name, "");
  }
}
