package dev.parley.local.brain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the passage of the owner's documents that answers a question, by meaning. Thread-safe; a
 * look-up takes some milliseconds.
 */
public final class Documents {
  /**
   * True hits of short questions lie between 0.2 and 0.8, what has nothing to do with it mostly
   * below 0.2.
   */
  private static final double LEAST_SCORE = 0.28;

  /** A best passage that is hardly better than the next of another document is a guess. */
  private static final double LEAST_MARGIN = 0.02;

  private final MiniLm model = MiniLm.shared();
  private final List<Passage> passages = new ArrayList<>();

  private static final class Passage {
    final int document;
    final String heading;
    final String text;
    final float[] meaning;

    Passage(int document, String heading, String text, float[] meaning) {
      this.document = document;
      this.heading = heading;
      this.text = text;
      this.meaning = meaning;
    }
  }

  private record Hit(Passage passage, double score) {}

  /** Creates it from Markdown texts: each second-level heading begins a passage. */
  public Documents(List<String> markdown) {
    for (int document = 0; document < markdown.size(); document++) {
      read(document, markdown.get(document));
    }
  }

  private void read(int document, String markdown) {
    for (String section : markdown.split("(?m)^## ", -1)) {
      int end = section.indexOf('\n');
      if (end > 0 && !section.startsWith("# ")) {
        String heading = section.substring(0, end).strip();
        String text = section.substring(end).strip().replaceAll("\\s+", " ");
        passages.add(new Passage(document, heading, text, model.meaning(heading + ". " + text)));
      }
    }
  }

  /** The passage that answers a question, if any does. */
  public Optional<String> find(String question) {
    if (passages.isEmpty() || question.isBlank()) {
      return Optional.empty();
    }
    float[] wanted = model.meaning(question);
    List<Hit> hits =
        passages.stream()
            .map(each -> new Hit(each, MiniLm.product(wanted, each.meaning)))
            .sorted(Comparator.comparingDouble(Hit::score).reversed())
            .toList();
    Hit best = hits.get(0);
    double rival =
        hits.stream()
            .filter(each -> each.passage().document != best.passage().document)
            .mapToDouble(Hit::score)
            .findFirst()
            .orElse(-1);
    boolean sure = best.score() >= LEAST_SCORE && best.score() - rival >= LEAST_MARGIN;
    return sure ? Optional.of(best.passage().text) : Optional.empty();
  }

  /** The passage with this heading, whatever the case. */
  public Optional<String> passage(String heading) {
    return passages.stream()
        .filter(each -> each.heading.equalsIgnoreCase(heading))
        .map(each -> each.text)
        .findFirst();
  }
}
