package dev.parley.testkit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The lines of a scripted brain: those for the same text are used one after the other, the last one
 * stays. Thread-safe.
 */
final class BrainScript {
  private final Map<String, Lines> linesByText = new LinkedHashMap<>();

  /** A line that was chosen, and whether it fails this time. */
  record Choice(BrainLine line, boolean fails) {}

  /** The lines for one text. */
  private static final class Lines {
    private final List<BrainLine> lines = new ArrayList<>();
    private int current;
    private int failed;

    Choice take() {
      BrainLine line = lines.get(current);
      boolean fails = line.fails() != null && failed < line.failures();
      if (fails) {
        failed++;
      }
      if (!fails || isUsedUp(line)) {
        goOn();
      }
      return new Choice(line, fails);
    }

    /**
     * A line that fails every time is used up by one failure; one that fails so many times still
     * has its answer to give, if it has one.
     */
    private boolean isUsedUp(BrainLine line) {
      boolean hasAnswer = !line.says().isBlank() || !line.calls().isEmpty();
      return line.failures() == Integer.MAX_VALUE || (failed == line.failures() && !hasAnswer);
    }

    private void goOn() {
      if (current < lines.size() - 1) {
        current++;
        failed = 0;
      }
    }
  }

  BrainScript(List<BrainLine> all) {
    all.forEach(
        line -> linesByText.computeIfAbsent(line.hears(), text -> new Lines()).lines.add(line));
  }

  /** Which of these texts there is a line for; the first that has one. */
  Optional<String> knownOf(List<String> texts) {
    return texts.stream().filter(linesByText::containsKey).findFirst();
  }

  /** Chooses the line for this text. */
  synchronized Optional<Choice> take(String text) {
    return Optional.ofNullable(linesByText.get(text)).map(Lines::take);
  }
}
