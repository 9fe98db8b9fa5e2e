package dev.parley.local.brain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the passage of the owner's documents that answers a question, by meaning. Thread-safe; a
 * look-up takes some milliseconds.
 */
public final class Documents {
  /**
   * True hits of short questions lie between 0.2 and 0.65, what has nothing to do with it below
   * 0.1.
   */
  private static final double LEAST_SCORE = 0.28;

  /** A best passage that is hardly better than the next of another document is a guess. */
  private static final double LEAST_MARGIN = 0.02;

  private final MiniLm model = MiniLm.shared();
  private final List<Passage> passages = new ArrayList<>();

  private static final class Passage {
    final String text;
    final float[] meaning;

    Passage(String text, float[] meaning) {
      this.text = text;
      this.meaning = meaning;
    }
  }

  /** Creates it from Markdown texts: each second-level heading begins a passage. */
  public Documents(List<String> markdown) {
    markdown.forEach(this::read);
  }

  private void read(String markdown) {
    for (String section : markdown.split("(?m)^## ", -1)) {
      int end = section.indexOf('\n');
      if (end > 0 && !section.startsWith("# ")) {
        String heading = section.substring(0, end).strip();
        String text = section.substring(end).strip().replaceAll("\\s+", " ");
        passages.add(new Passage(text, model.meaning(heading + ". " + text)));
      }
    }
  }

  /** The passage that answers a question, if any does. */
  public Optional<String> find(String question) {
    if (passages.isEmpty() || question.isBlank()) {
      return Optional.empty();
    }
    float[] wanted = model.meaning(question);
    Passage best = null;
    double most = -1;
    double second = -1;
    for (Passage passage : passages) {
      double score = MiniLm.product(wanted, passage.meaning);
      if (score > most) {
        second = most;
        most = score;
        best = passage;
      } else {
        second = Math.max(second, score);
      }
    }
    boolean sure = most >= LEAST_SCORE && most - second >= LEAST_MARGIN;
    return sure && best != null ? Optional.of(best.text) : Optional.empty();
  }
}
