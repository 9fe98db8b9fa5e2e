package dev.parley.testkit.scenario;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Something that was not as it should be.
 *
 * @param line the line of the file that asks for it; 0: it holds always
 * @param sentence what is wrong
 * @param details the events around it and the like, a line each
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Difference(int line, String sentence, List<String> details) {
  /** Copies the list. */
  public Difference {
    details = List.copyOf(details);
  }

  static Difference of(String sentence) {
    return new Difference(0, sentence, List.of());
  }

  /** Writes it for people to read, indented. */
  String show() {
    var out =
        new StringBuilder("  ").append(line == 0 ? "" : "line " + line + ": ").append(sentence);
    details.forEach(each -> out.append("\n      ").append(each));
    return out.toString();
  }
}
