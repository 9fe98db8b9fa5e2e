package dev.parley.local.brain;

import dev.parley.local.script.Answer;
import dev.parley.local.script.Answer.Condition;
import dev.parley.local.script.Heard;
import dev.parley.local.script.Heard.Capture;
import dev.parley.local.script.Intent;
import dev.parley.local.script.Intent.Question;
import dev.parley.local.script.PhraseMatcher;
import dev.parley.local.script.Script;
import dev.parley.local.script.WordList.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One conversation with a script: what has been ordered, which question is open. A function of what
 * was said so far, so that it can be worked out again for every request. Not thread-safe.
 */
public final class Dialogue {
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s+$");

  private final Script script;
  private final PhraseMatcher matcher;
  private final Order order = new Order();

  /** What the present phrase said in slots. */
  private final Map<String, Capture> said = new LinkedHashMap<>();

  /** What was said for the action whose questions are open, over several turns. */
  private final Map<String, Capture> slots = new LinkedHashMap<>();

  private final Map<String, String> figures = new LinkedHashMap<>();

  /** Phrases of the present turn that have not been taken yet. */
  private final Deque<Heard> waiting = new ArrayDeque<>();

  private @Nullable Intent asking;
  private @Nullable Intent acting;
  private int misunderstood;

  /** Begins a conversation. */
  public Dialogue(Script script, PhraseMatcher matcher) {
    this.script = script;
    this.matcher = matcher;
  }

  /**
   * What the assistant does about something that was said.
   *
   * @param text what it says, may be empty
   * @param lookUp whether the answer is in the documents
   * @param passage the heading of the passage that is the answer, or null: the one that fits best
   * @param action the action that the application must run before there is an answer, or null
   * @param arguments what the action is given
   */
  public record Step(
      String text,
      boolean lookUp,
      @Nullable String passage,
      @Nullable String action,
      Map<String, String> arguments) {
    /** Copies the map. */
    public Step {
      arguments = Map.copyOf(arguments);
    }

    static Step say(String text) {
      return new Step(text, false, null, null, Map.of());
    }

    static Step lookUp(@Nullable String passage) {
      return new Step("", true, passage, null, Map.of());
    }

    static Step act(String action, Map<String, String> arguments) {
      return new Step("", false, null, action, arguments);
    }
  }

  /** Takes what a guest said. */
  public Step hear(String text) {
    acting = null;
    figures.clear();
    waiting.clear();
    waiting.addAll(matcher.match(text, asked()));
    return waiting.isEmpty() ? Step.lookUp(null) : takeRest("");
  }

  /** Takes the phrases that are left, up to one that needs an action: its result comes first. */
  private Step takeRest(String answered) {
    String before = answered;
    Step step = Step.say("");
    Step found = null;
    boolean question = false;
    while (!waiting.isEmpty() && step.action() == null) {
      Heard phrase = waiting.remove();
      // A question that the next phrase answers need not be asked.
      before = joined(before, question && phrase.intent() == null ? "" : step.text());
      step = take(phrase);
      found = step.lookUp() ? step : found;
      question = asking != null && (phrase.intent() == null || asking.equals(phrase.intent()));
    }
    String text = joined(before, step.text());
    return found == null || step.action() != null
        ? new Step(text, false, null, step.action(), step.arguments())
        : new Step(text, true, found.passage(), null, Map.of());
  }

  private static String joined(String first, String second) {
    return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
  }

  /** The slot that the open question asks for. */
  private @Nullable String asked() {
    return asking == null
        ? null
        : asking.questions().stream()
            .map(Question::slot)
            .filter(slot -> !slots.containsKey(slot))
            .findFirst()
            .orElse(null);
  }

  private Step take(Heard heard) {
    Intent intent = heard.intent();
    if (intent == null) {
      return answered(heard);
    }
    if (intent.effect() == Intent.Effect.NEVER_MIND) {
      asking = null;
    } else if (!intent.questions().isEmpty()) {
      slots.clear();
    }
    figures.clear();
    said.clear();
    heard.captures().forEach(capture -> said.put(capture.slot(), capture));
    if (!intent.questions().isEmpty()) {
      slots.putAll(said);
    }
    apply(intent, heard);
    if (intent.effect() == Intent.Effect.LOOK_UP) {
      return Step.lookUp(intent.passage());
    }
    return intent.questions().isEmpty() && intent.action() == null
        ? Step.say(answer(intent, ""))
        : goOn(intent);
  }

  /** A phrase that only fills slots answers the question that is open; otherwise it is nothing. */
  private Step answered(Heard heard) {
    Intent open = asking;
    if (open == null) {
      return notUnderstood();
    }
    heard.captures().forEach(capture -> slots.put(capture.slot(), capture));
    return goOn(open);
  }

  /** What answers of an intent may speak of: an earlier day is no day of this question. */
  private Map<String, Capture> known(Intent intent) {
    return intent.questions().isEmpty() ? said : slots;
  }

  private void apply(Intent intent, Heard heard) {
    switch (intent.order()) {
      case ADD -> figures.put("added", order.add(heard));
      case CHANGE -> figures.put("changed", order.change(heard));
      case REMOVE -> figures.put("removed", order.remove(heard));
      case CLEAR -> order.clear();
      case NONE, PLACE -> {}
    }
    heard
        .find("item")
        .map(Capture::entry)
        .ifPresent(item -> figures.put("price", price(heard, item)));
  }

  private String price(Heard heard, Entry item) {
    var line = new OrderLine(1, item, heard.find("size").map(Capture::entry).orElse(null), null);
    String words = line.spoken().substring("one ".length());
    String article = "aeiou".indexOf(words.charAt(0)) >= 0 ? "An " : "A ";
    return article + words + " is " + script.money().spoken(line.price()) + ".";
  }

  /** Asks for what is missing, or acts. */
  private Step goOn(Intent intent) {
    for (Question question : intent.questions()) {
      if (!slots.containsKey(question.slot())) {
        asking = intent;
        return Step.say(question.text());
      }
    }
    asking = null;
    boolean nothing = intent.order() == Intent.OrderStep.PLACE && order.isEmpty();
    if (intent.action() == null || nothing) {
      return Step.say(answer(intent, ""));
    }
    acting = intent;
    return Step.act(intent.action(), arguments(intent));
  }

  private Map<String, String> arguments(Intent intent) {
    var arguments = new LinkedHashMap<String, String>();
    known(intent).forEach((slot, capture) -> arguments.put(slot, capture.value()));
    if (intent.order() == Intent.OrderStep.PLACE) {
      arguments.put("order", order.spoken());
      arguments.put("total", order.total().toPlainString());
    }
    return arguments;
  }

  /** Takes the result of the action that was asked for; returns what the assistant does then. */
  public Step acted(String result) {
    Intent intent = acting;
    acting = null;
    if (intent == null) {
      return Step.say("");
    }
    String text = answer(intent, result);
    for (Answer answer : intent.answers()) {
      if (fits(answer, result, known(intent))) {
        forgetAgain(answer, intent);
        break;
      }
    }
    if (intent.order() == Intent.OrderStep.PLACE) {
      order.clear();
    }
    return takeRest(text);
  }

  /** Takes that the action did not run, or not to its end; returns what the assistant does then. */
  public Step failed() {
    acting = null;
    return takeRest(apology());
  }

  private String apology() {
    return script.intent("when an action fails").map(Intent::answers).orElse(List.of()).stream()
        .map(Answer::text)
        .findFirst()
        .orElse("I am sorry, that did not work.");
  }

  private void forgetAgain(Answer answer, Intent intent) {
    for (Condition condition : answer.conditions()) {
      if (condition.kind() == Answer.Kind.AGAIN) {
        slots.remove(condition.subject());
        asking = intent;
      }
    }
  }

  /** What the assistant says when it understood nothing; each time another thing. */
  public Step notUnderstood() {
    List<Answer> answers =
        script.intent("when not understood").map(Intent::answers).orElse(List.of());
    if (answers.isEmpty()) {
      return Step.say("I am sorry, I did not understand.");
    }
    return Step.say(answers.get(misunderstood++ % answers.size()).text());
  }

  private String answer(Intent intent, String result) {
    Map<String, Capture> known = known(intent);
    for (Answer answer : intent.answers()) {
      if (fits(answer, result, known)) {
        return fill(answer.text(), result, known);
      }
    }
    return "";
  }

  private boolean fits(Answer answer, String result, Map<String, Capture> known) {
    return answer.conditions().stream().allMatch(condition -> holds(condition, result, known));
  }

  private boolean holds(Condition condition, String result, Map<String, Capture> known) {
    Capture capture = known.get(condition.subject());
    return switch (condition.kind()) {
      case ORDER -> !order.isEmpty();
      case NO_ORDER -> order.isEmpty();
      case SLOT -> capture != null;
      case NO_SLOT -> capture == null;
      case SLOT_IS -> capture != null && capture.spoken().equalsIgnoreCase(condition.value());
      case RESULT ->
          result.toLowerCase(Locale.ROOT).contains(condition.subject().toLowerCase(Locale.ROOT));
      case AGAIN -> true;
    };
  }

  /** Puts values in place of names in braces; what begins a sentence gets a capital letter. */
  private String fill(String template, String result, Map<String, Capture> known) {
    var text = new StringBuilder();
    int done = 0;
    Matcher names = NAME.matcher(template);
    while (names.find()) {
      text.append(template, done, names.start());
      String value = value(names.group(1), result, known);
      text.append(beginsSentence(text) ? capitalised(value) : value);
      done = names.end();
    }
    text.append(template, done, template.length());
    return capitalised(BLANKS.matcher(text).replaceAll(" ").strip());
  }

  private String value(String name, String result, Map<String, Capture> known) {
    Capture capture = known.get(name);
    if (capture != null) {
      return capture.spoken();
    }
    return switch (name) {
      case "order" -> order.spoken();
      case "total" -> script.money().spoken(order.total());
      case "result" -> result;
      default -> figures.getOrDefault(name, "");
    };
  }

  private static boolean beginsSentence(CharSequence before) {
    return SENTENCE_END.matcher(before).find();
  }

  private static String capitalised(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
