package dev.parley.internal.reply;

import dev.parley.ToolCall;
import dev.parley.ToolSpec;
import dev.parley.internal.text.Words;
import java.util.List;
import java.util.Set;

/** Whether an answer to "Shall I …?" is a yes. */
final class Consent {
  private static final Set<String> YES =
      Set.of(
          "yes",
          "yeah",
          "yep",
          "yup",
          "sure",
          "ok",
          "okay",
          "please",
          "correct",
          "right",
          "absolutely",
          "definitely",
          "affirmative",
          "ja",
          "oui",
          "si",
          "sí");
  private static final Set<String> NO =
      Set.of(
          "no", "nope", "not", "don't", "dont", "never", "wait", "stop", "cancel", "nein", "non");

  private Consent() {}

  /**
   * Whether the first word that says yes or no, within the whole answer, is a yes and none says no.
   */
  static boolean isGiven(String answer) {
    List<String> words = Words.of(answer);
    return words.stream().anyMatch(YES::contains) && words.stream().noneMatch(NO::contains);
  }

  /** Reads a call back, as a question that can be answered with yes. */
  static String question(ToolCall call, ToolSpec spec) {
    var question = new StringBuilder("Shall I ").append(spec.name());
    String separator = ": ";
    for (var argument : call.arguments().entrySet()) {
      question.append(separator).append(argument.getKey()).append(' ').append(argument.getValue());
      separator = ", ";
    }
    return question.append('?').toString();
  }
}
