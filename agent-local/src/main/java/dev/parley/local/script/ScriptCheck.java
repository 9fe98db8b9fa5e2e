package dev.parley.local.script;

import dev.parley.local.script.WordList.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks what can only be seen when a whole domain file has been read. */
final class ScriptCheck {
  /** Names that answers may use besides slots. */
  private static final Set<String> FIGURES =
      Set.of("order", "total", "price", "added", "changed", "removed", "result");

  private static final Pattern SLOT = Pattern.compile("\\{([^}]*)}");

  private final String name;
  private final Script script;
  private final Set<String> sound = new HashSet<>();

  private ScriptCheck(String name, Script script) {
    this.name = name;
    this.script = script;
  }

  /** Throws IllegalArgumentException at the first thing that cannot work. */
  static void check(String name, Script script) {
    var check = new ScriptCheck(name, script);
    if (script.intents().stream().allMatch(each -> each.phrases().isEmpty())) {
      throw check.wrong("there is nothing that guests can say; add ## a heading and - a phrase");
    }
    script.lists().values().forEach(each -> check.list(each, new ArrayDeque<>()));
    script.intents().forEach(check::intent);
  }

  private void list(WordList list, Deque<String> above) {
    if (above.contains(list.name())) {
      throw wrong("the list {" + list.name() + "} holds itself; take it out");
    }
    if (!sound.add(list.name())) {
      return;
    }
    above.push(list.name());
    for (Entry entry : list.entries()) {
      for (Expression form : entry.forms()) {
        slots(form, "{" + list.name() + "}", above);
      }
    }
    above.pop();
  }

  private void slots(Expression form, String where, Deque<String> above) {
    Expression.walk(
        form,
        each -> {
          if (each instanceof Expression.Slot slot) {
            known(slot.list(), where);
            if (above.contains(slot.list()) || !sound.contains(slot.list())) {
              list(script.list(slot.list()), above);
            }
          }
        });
  }

  private void intent(Intent intent) {
    String where = "'" + intent.title() + "'";
    intent.phrases().forEach(each -> slots(each, where, new ArrayDeque<>()));
    intent.questions().forEach(each -> known(each.slot(), where));
    intent.answers().forEach(each -> answer(each, where));
    if (intent.answers().isEmpty() && intent.effect() == Intent.Effect.NONE) {
      throw wrong(where + " has no answer; add one: > Thank you.");
    }
  }

  private void answer(Answer answer, String where) {
    Matcher slot = SLOT.matcher(answer.text());
    while (slot.find()) {
      if (!FIGURES.contains(slot.group(1))) {
        known(slot.group(1), where);
      }
    }
  }

  private void known(String list, String where) {
    if (!script.lists().containsKey(list)) {
      throw wrong(
          where
              + " uses {"
              + list
              + "}, but there is no such list; add ## {"
              + list
              + "} and its entries");
    }
  }

  private IllegalArgumentException wrong(String what) {
    return new IllegalArgumentException(name + ": " + what);
  }
}
