package dev.parley.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Guesses which known name a mistyped one meant. */
final class Nearest {
  private Nearest() {}

  /**
   * Returns the known name that is fewest edits away, the first in the alphabet among equals.
   *
   * @return empty when even that differs in more than a third of its letters
   */
  static Optional<String> to(String name, Collection<String> known) {
    return known.stream()
        .filter(each -> edits(name, each) <= Math.max(1, each.length() / 3))
        .min(
            Comparator.comparingInt((String each) -> edits(name, each))
                .thenComparing(each -> each));
  }

  /** Levenshtein distance, where two neighbours that changed places count once. */
  static int edits(String from, String to) {
    var cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      cost[i][0] = i;
    }
    for (int j = 0; j <= to.length(); j++) {
      cost[0][j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      for (int j = 1; j <= to.length(); j++) {
        cost[i][j] = cheapest(cost, from, to, i, j);
      }
    }
    return cost[from.length()][to.length()];
  }

  private static int cheapest(int[][] cost, String from, String to, int i, int j) {
    int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
    int best = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1);
    return swapped ? Math.min(best, 1 + cost[i - 2][j - 2]) : best;
  }
}
