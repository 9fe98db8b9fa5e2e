package dev.parley.local.script;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Everything that a domain file says. Immutable.
 *
 * @param title its first heading
 * @param lists the lists by name, the built-in ones included
 * @param intents what guests want, in the order of the file
 * @param before what may be said before any phrase, such as {@code well}
 * @param after what may be said after any phrase, such as {@code please}
 * @param sounds how words are pronounced that no dictionary knows, in CMU phones
 * @param money how prices are spoken
 */
public record Script(
    String title,
    Map<String, WordList> lists,
    List<Intent> intents,
    List<Expression> before,
    List<Expression> after,
    Map<String, String> sounds,
    Money money) {
  /** Copies the collections. */
  public Script {
    Objects.requireNonNull(title, "title");
    lists = Map.copyOf(lists);
    intents = List.copyOf(intents);
    before = List.copyOf(before);
    after = List.copyOf(after);
    sounds = Map.copyOf(sounds);
    Objects.requireNonNull(money, "money");
  }

  /** The list of this name; {@link ScriptCheck} has made sure that it is there. */
  public WordList list(String name) {
    return Objects.requireNonNull(lists.get(name), name);
  }

  /** The first intent with this title, whatever the case. */
  public Optional<Intent> intent(String title) {
    return intents.stream().filter(each -> each.title().equalsIgnoreCase(title)).findFirst();
  }

  /**
   * Everything that can be said: a phrase or the answer to a question, with what may stand around
   * it.
   */
  public Expression sentence() {
    var phrases = new ArrayList<Expression>();
    intents.forEach(each -> phrases.addAll(each.phrases()));
    phrases.addAll(answers());
    return Expression.sequence(around(before), new Expression.Choice(phrases), around(after));
  }

  /** The ways to answer the questions that the assistant asks: one slot, or two. */
  List<Expression> answers() {
    var answers = new ArrayList<Expression>();
    for (Intent intent : intents) {
      if (!intent.questions().isEmpty()) {
        answers.add(answersTo(intent));
      }
    }
    return answers;
  }

  /**
   * One slot, or two different ones: more are rarely said at once, and every sentence more is one
   * to be mistaken for.
   */
  private static Expression answersTo(Intent intent) {
    List<String> slots = intent.questions().stream().map(Intent.Question::slot).distinct().toList();
    var answers = new ArrayList<Expression>();
    for (String slot : slots) {
      answers.add(answer(slot));
      slots.stream()
          .filter(other -> !other.equals(slot))
          .forEach(
              other ->
                  answers.add(Expression.sequence(answer(slot), LEAD, new Expression.Slot(other))));
    }
    return new Expression.Choice(answers);
  }

  private static Expression answer(String slot) {
    return Expression.sequence(Expression.optional(LEAD), new Expression.Slot(slot));
  }

  private static final Expression LEAD = ExpressionReader.read("for | at | on | it is");

  private static Expression around(List<Expression> words) {
    if (words.isEmpty()) {
      return Expression.NOTHING;
    }
    Expression one = Expression.optional(new Expression.Choice(words));
    return Expression.sequence(one, one);
  }
}
