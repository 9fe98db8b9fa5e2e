package dev.parley.local.stt;

import java.util.ArrayList;
import java.util.List;

/**
 * All sentences of a grammar as a graph: places, and the words that lead from one to another.
 * Immutable.
 *
 * <p>From no place do two arcs leave with the same word, and no two places lead on in the same
 * ways, so that it is as small as can be. Place 0 is the start.
 */
final class WordGraph {
  private final List<List<Arc>> arcs;
  private final List<Boolean> ends;

  WordGraph(List<List<Arc>> arcs, List<Boolean> ends) {
    this.arcs = arcs.stream().map(List::copyOf).toList();
    this.ends = List.copyOf(ends);
  }

  /** How many places there are. */
  int size() {
    return arcs.size();
  }

  /** Whether a sentence may end here. */
  boolean ends(int place) {
    return ends.get(place);
  }

  /** The words that may follow here. */
  List<Arc> from(int place) {
    return arcs.get(place);
  }

  /** All arcs. */
  List<Arc> arcs() {
    var all = new ArrayList<Arc>();
    arcs.forEach(all::addAll);
    return all;
  }

  /** A word from one place to another. */
  record Arc(int from, String word, int to) {}
}
