package dev.parley.testkit.scenario;

import dev.parley.ConversationItem;
import dev.parley.ConversationItem.AgentSpeech;
import dev.parley.ConversationItem.Call;
import dev.parley.ConversationItem.Result;
import dev.parley.ConversationItem.UserTurn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compares the conversation with the expected one, all of it, in order. */
final class HistoryComparison {
  private final @Nullable List<HistoryPattern> expected;
  private final List<ConversationItem> actual;

  HistoryComparison(@Nullable List<HistoryPattern> expected, List<ConversationItem> actual) {
    this.expected = expected;
    this.actual = actual;
  }

  List<Difference> differences() {
    return expected == null ? List.of() : differences(expected);
  }

  private List<Difference> differences(List<HistoryPattern> patterns) {
    int same = 0;
    while (same < Math.min(patterns.size(), actual.size())
        && matches(patterns.get(same), actual.get(same))) {
      same++;
    }
    if (same == patterns.size() && same == actual.size()) {
      return List.of();
    }
    int line = same < patterns.size() ? patterns.get(same).line() : 0;
    String wanted = same < patterns.size() ? Shown.pattern(patterns.get(same)) : "nothing";
    String found = same < actual.size() ? Shown.item(actual.get(same)) : "nothing";
    return List.of(
        new Difference(
            line,
            "entry " + (same + 1) + " of the history must be " + wanted + ", but is " + found,
            whole()));
  }

  private List<String> whole() {
    var lines = new ArrayList<String>();
    lines.add("history:");
    actual.forEach(item -> lines.add("- " + Shown.item(item)));
    return lines;
  }

  private static boolean matches(HistoryPattern pattern, ConversationItem item) {
    if (item instanceof UserTurn turn) {
      return is(pattern, "user", turn.text()) && sameOrOpen(pattern.who(), turn.who());
    }
    if (item instanceof AgentSpeech speech) {
      return is(pattern, "agent", speech.text()) && pattern.interrupted() == speech.interrupted();
    }
    if (item instanceof Call call) {
      return is(pattern, "call", call.call().tool())
          && sameOrOpen(pattern.id(), call.call().id())
          && argumentsMatch(pattern.arguments(), call.call().arguments());
    }
    return item instanceof Result result
        && is(pattern, "result", result.text())
        && sameOrOpen(pattern.id(), result.id());
  }

  private static boolean is(HistoryPattern pattern, String kind, String text) {
    return pattern.kind().equals(kind) && pattern.text().equals(Texts.collapse(text));
  }

  private static boolean sameOrOpen(@Nullable String expected, String actual) {
    return expected == null || expected.equals(actual);
  }

  private static boolean argumentsMatch(
      @Nullable Map<String, @Nullable Object> expected, Map<String, @Nullable Object> actual) {
    return expected == null || expected.equals(actual);
  }
}
