package dev.parley.local.stt;

import dev.parley.local.script.Expression;
import dev.parley.local.script.Script;
import dev.parley.local.stt.WordGraph.Arc;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Builds the word graph of a script: first as the patterns stand, then without choice, then as
 * small as can be.
 */
final class WordGraphs {
  private final Script script;

  /** What can be reached from a place: by a word, or by nothing. */
  private final List<Map<String, List<Integer>>> byWord = new ArrayList<>();

  private final List<List<Integer>> byNothing = new ArrayList<>();

  private WordGraphs(Script script) {
    this.script = script;
  }

  /** Returns the graph of all sentences that {@code script} understands. */
  static WordGraph of(Script script) {
    var graphs = new WordGraphs(script);
    int start = graphs.place();
    int end = graphs.add(script.sentence(), start);
    return minimal(graphs.deterministic(start, end));
  }

  private int place() {
    byWord.add(new HashMap<>());
    byNothing.add(new ArrayList<>());
    return byWord.size() - 1;
  }

  /** Adds a pattern that begins at {@code from}; returns where it ends. */
  private int add(Expression expression, int from) {
    if (expression instanceof Expression.Word word) {
      int to = place();
      byWord.get(from).computeIfAbsent(word.text(), each -> new ArrayList<>()).add(to);
      return to;
    } else if (expression instanceof Expression.Sequence sequence) {
      int to = from;
      for (Expression part : sequence.parts()) {
        to = add(part, to);
      }
      return to;
    } else if (expression instanceof Expression.Choice choice) {
      return choice(choice.options(), from);
    } else if (expression instanceof Expression.Slot slot) {
      return choice(
          script.list(slot.list()).entries().stream()
              .flatMap(each -> each.forms().stream())
              .toList(),
          from);
    }
    throw new IllegalStateException("unknown expression " + expression.getClass());
  }

  private int choice(List<Expression> options, int from) {
    int to = place();
    for (Expression option : options) {
      byNothing.get(add(option, from)).add(to);
    }
    return to;
  }

  /** Merges places that the same words lead to. */
  private WordGraph deterministic(int start, int end) {
    var numbers = new HashMap<List<Integer>, Integer>();
    Deque<List<Integer>> open = new ArrayDeque<>();
    var arcs = new ArrayList<List<Arc>>();
    var ends = new ArrayList<Boolean>();
    number(reached(List.of(start)), numbers, open);
    while (!open.isEmpty()) {
      List<Integer> places = open.poll();
      var next = new TreeMap<String, List<Integer>>();
      for (int place : places) {
        byWord
            .get(place)
            .forEach(
                (word, to) -> next.computeIfAbsent(word, each -> new ArrayList<>()).addAll(to));
      }
      var leaving = new ArrayList<Arc>();
      next.forEach(
          (word, to) ->
              leaving.add(new Arc(arcs.size(), word, number(reached(to), numbers, open))));
      arcs.add(leaving);
      ends.add(places.contains(end));
    }
    return new WordGraph(arcs, ends);
  }

  private static int number(
      List<Integer> places, Map<List<Integer>, Integer> numbers, Deque<List<Integer>> open) {
    Integer known = numbers.get(places);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(places, number);
    open.add(places);
    return number;
  }

  /**
   * All places that can be reached without a word, and from which a word leads on or at which a
   * sentence ends.
   */
  private List<Integer> reached(List<Integer> from) {
    var reached = new TreeSet<Integer>();
    Deque<Integer> open = new ArrayDeque<>(from);
    var seen = new HashSet<Integer>();
    while (!open.isEmpty()) {
      int place = open.pop();
      if (seen.add(place)) {
        List<Integer> onward = byNothing.get(place);
        open.addAll(onward);
        if (onward.isEmpty() || !byWord.get(place).isEmpty()) {
          reached.add(place);
        }
      }
    }
    return List.copyOf(reached);
  }

  /** Merges places that lead on in the same ways, until there are none. */
  private static WordGraph minimal(WordGraph graph) {
    var classes = new int[graph.size()];
    int count = 1;
    while (true) {
      var numbers = new HashMap<List<Object>, Integer>();
      var next = new int[graph.size()];
      for (int place = 0; place < graph.size(); place++) {
        next[place] =
            numbers.computeIfAbsent(signature(graph, place, classes), each -> numbers.size());
      }
      if (numbers.size() == count) {
        return merged(graph, next, count);
      }
      count = numbers.size();
      classes = next;
    }
  }

  private static List<Object> signature(WordGraph graph, int place, int[] classes) {
    var signature = new ArrayList<Object>();
    signature.add(classes[place]);
    signature.add(graph.ends(place));
    for (Arc arc : graph.from(place)) {
      signature.add(arc.word());
      signature.add(classes[arc.to()]);
    }
    return signature;
  }

  private static WordGraph merged(WordGraph graph, int[] classes, int count) {
    var arcs = new ArrayList<List<Arc>>();
    var ends = new ArrayList<Boolean>();
    for (int place = 0; place < graph.size() && arcs.size() < count; place++) {
      int number = classes[place];
      if (number == arcs.size()) {
        arcs.add(
            graph.from(place).stream()
                .map(each -> new Arc(number, each.word(), classes[each.to()]))
                .toList());
        ends.add(graph.ends(place));
      }
    }
    return new WordGraph(arcs, ends);
  }
}
