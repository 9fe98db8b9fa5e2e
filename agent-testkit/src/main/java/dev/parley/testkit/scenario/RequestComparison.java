package dev.parley.testkit.scenario;

import dev.parley.testkit.BrainRequest;
import dev.parley.testkit.scenario.Expectations.RequestPattern;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Compares what the brain was asked with what it was to be asked, all of it, in order. A second
 * attempt at the same request may stand in the file or not.
 */
final class RequestComparison {
  private final @Nullable List<RequestPattern> expected;
  private final List<BrainRequest> asked;

  RequestComparison(@Nullable List<RequestPattern> expected, List<BrainRequest> asked) {
    this.expected = expected;
    this.asked = asked;
  }

  List<Difference> differences() {
    if (expected == null) {
      return List.of();
    }
    List<BrainRequest> once = withoutRetries();
    if (matches(expected, asked) || matches(expected, once)) {
      return List.of();
    }
    return List.of(difference(expected, once));
  }

  private List<BrainRequest> withoutRetries() {
    var once = new ArrayList<BrainRequest>();
    for (BrainRequest each : asked) {
      if (once.isEmpty() || !each.isRetryOf(once.get(once.size() - 1))) {
        once.add(each);
      }
    }
    return once;
  }

  private static boolean matches(List<RequestPattern> patterns, List<BrainRequest> requests) {
    if (patterns.size() != requests.size()) {
      return false;
    }
    for (int i = 0; i < patterns.size(); i++) {
      if (!matches(patterns.get(i), requests.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean matches(RequestPattern pattern, BrainRequest request) {
    List<String> tools = pattern.tools();
    return (pattern.hears() == null || pattern.hears().equals(request.hears()))
        && (tools == null
            || (tools.size() == request.tools().size() && request.tools().containsAll(tools)));
  }

  private static Difference difference(List<RequestPattern> patterns, List<BrainRequest> requests) {
    int same = 0;
    while (same < Math.min(patterns.size(), requests.size())
        && matches(patterns.get(same), requests.get(same))) {
      same++;
    }
    var details = new ArrayList<String>();
    for (int i = 0; i < requests.size(); i++) {
      details.add(
          (i == same ? "> " : "  ")
              + (i + 1)
              + ". "
              + Shown.request(requests.get(i)).get(0)
              + ", tools "
              + requests.get(i).tools());
    }
    int line = same < patterns.size() ? patterns.get(same).line() : 0;
    String sentence =
        "the brain must be asked "
            + patterns.size()
            + " times as written, but was asked "
            + requests.size()
            + " times, differing from number "
            + (same + 1)
            + " on";
    return new Difference(line, sentence, details);
  }
}
