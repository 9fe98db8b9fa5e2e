package dev.parley.local.stt;

import dev.parley.local.stt.Triphones.Position;
import dev.parley.local.stt.WordGraph.Arc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compiles a word graph to sounds. Not thread-safe.
 *
 * <p>How a phone sounds depends on its neighbours, across words as well. So the first and the last
 * phone of a word are there several times, once for each way in which its surroundings make it
 * sound, and joined only to where they fit.
 */
final class SoundNetworkBuilder {
  // Sphinx' own defaults.
  private static final double WORD_INSERTION = 0.1;
  private static final double SILENCE_INSERTION = 0.1;

  private final Acoustics acoustics;
  private final Triphones triphones;
  private final List<Node> nodes = new ArrayList<>();
  private final List<Node> starts = new ArrayList<>();
  private final List<String> words = new ArrayList<>(List.of("", ""));
  private final Map<String, Integer> labels = new HashMap<>();
  private int loop;

  private SoundNetworkBuilder(Acoustics acoustics) {
    this.acoustics = acoustics;
    this.triphones = acoustics.triphones();
  }

  /**
   * Compiles a graph.
   *
   * @param outOfGrammar how likely it is that something else is said
   */
  static SoundNetwork build(
      Acoustics acoustics, WordGraph graph, Pronunciations pronunciations, double outOfGrammar) {
    var builder = new SoundNetworkBuilder(acoustics);
    builder.sentences(graph, pronunciations);
    builder.phones(outOfGrammar);
    return new SoundNetwork(builder);
  }

  Acoustics acoustics() {
    return acoustics;
  }

  List<Node> nodes() {
    return nodes;
  }

  List<Node> starts() {
    return starts;
  }

  List<String> words() {
    return words;
  }

  int loop() {
    return loop;
  }

  private void sentences(WordGraph graph, Pronunciations pronunciations) {
    var places = new ArrayList<Place>();
    for (int i = 0; i < graph.size(); i++) {
      places.add(new Place(silence(), graph.ends(i)));
    }
    var spoken = new ArrayList<Spoken>();
    for (Arc arc : graph.arcs()) {
      for (List<String> way : pronunciations.of(arc.word())) {
        int[] phones = way.stream().mapToInt(triphones::phone).toArray();
        spoken.add(
            new Spoken(label(arc.word()), phones, places.get(arc.from()), places.get(arc.to())));
      }
    }
    spoken.forEach(Spoken::meet);
    spoken.forEach(this::expand);
    places.forEach(SoundNetworkBuilder::join);
    Place start = places.get(0);
    starts.add(start.silence);
    start.leaving.forEach(each -> starts.addAll(each.entry(triphones.silence())));
  }

  private int label(String word) {
    return labels.computeIfAbsent(
        word,
        each -> {
          words.add(each);
          return words.size() - 1;
        });
  }

  private Node silence() {
    return node(triphones.alone(triphones.silence()), SoundNetwork.SILENCE, SILENCE_INSERTION);
  }

  private Node node(int sound, int label, double penalty) {
    var node = new Node(nodes.size(), sound, label, (float) Math.log(penalty));
    nodes.add(node);
    return node;
  }

  private Node nodeOfWord(int sound, Spoken word, boolean first) {
    return first ? node(sound, word.label, WORD_INSERTION) : node(sound, SoundNetwork.NO_WORD, 1);
  }

  private void expand(Spoken word) {
    if (word.phones.length == 1) {
      single(word);
      return;
    }
    int last = word.phones.length - 1;
    List<Node> ahead = firsts(word);
    for (int i = 1; i < last; i++) {
      int sound =
          triphones.between(
              word.phones[i - 1], word.phones[i], word.phones[i + 1], Position.INTERNAL);
      Node inner = nodeOfWord(sound, word, false);
      ahead.forEach(each -> each.next.add(inner));
      ahead = List.of(inner);
    }
    for (Node end : lasts(word)) {
      ahead.forEach(each -> each.next.add(end));
    }
  }

  private List<Node> firsts(Spoken word) {
    var firsts = new ArrayList<Node>();
    for (int left : word.from.lefts(triphones.silence())) {
      int sound = triphones.between(left, word.phones[0], word.phones[1], Position.BEGIN);
      word.entries
          .computeIfAbsent(left, each -> new ArrayList<>())
          .add(same(firsts, sound, word, true));
    }
    return firsts;
  }

  private List<Node> lasts(Spoken word) {
    var lasts = new ArrayList<Node>();
    int last = word.phones.length - 1;
    for (int right : word.to.rights(triphones.silence())) {
      int sound = triphones.between(word.phones[last - 1], word.phones[last], right, Position.END);
      word.exits
          .computeIfAbsent(right, each -> new ArrayList<>())
          .add(same(lasts, sound, word, false));
    }
    return lasts;
  }

  private Node same(List<Node> known, int sound, Spoken word, boolean first) {
    for (Node node : known) {
      if (triphones.same(node.sound, sound)) {
        return node;
      }
    }
    Node node = nodeOfWord(sound, word, first);
    known.add(node);
    return node;
  }

  /** A word of one phone is first and last: its way out must fit its way in. */
  private void single(Spoken word) {
    for (int right : word.to.rights(triphones.silence())) {
      var known = new ArrayList<Node>();
      for (int left : word.from.lefts(triphones.silence())) {
        int sound = triphones.between(left, word.phones[0], right, Position.SINGLE);
        word.entries
            .computeIfAbsent(left, each -> new ArrayList<>())
            .add(same(known, sound, word, true));
      }
      word.exits.computeIfAbsent(right, each -> new ArrayList<>()).addAll(known);
    }
  }

  /** Joins what arrives at a place with what leaves it, straight or over a silence. */
  private static void join(Place place) {
    place.silence.ends = place.ends;
    for (Spoken before : place.arriving) {
      for (Node exit : before.exit(place.silencePhone)) {
        exit.next.add(place.silence);
        exit.ends = place.ends;
      }
      for (Spoken after : place.leaving) {
        for (Node exit : before.exit(after.phones[0])) {
          exit.next.addAll(after.entry(before.lastPhone()));
        }
      }
    }
    for (Spoken after : place.leaving) {
      place.silence.next.addAll(after.entry(place.silencePhone));
    }
  }

  private void phones(double outOfGrammar) {
    loop = nodes.size();
    for (int phone : triphones.speech()) {
      Node node = node(triphones.alone(phone), SoundNetwork.UNKNOWN, outOfGrammar);
      node.ends = true;
      starts.add(node);
    }
    Node silence = node(triphones.alone(triphones.silence()), SoundNetwork.UNKNOWN, outOfGrammar);
    silence.ends = true;
    starts.add(silence);
  }

  /** A phone in its surroundings, while the network is built. */
  static final class Node {
    final int number;
    final int sound;
    final int label;
    final float penalty;
    final Set<Node> next = new LinkedHashSet<>();
    boolean ends;

    Node(int number, int sound, int label, float penalty) {
      this.number = number;
      this.sound = sound;
      this.label = label;
      this.penalty = penalty;
    }
  }

  /** A place between words. */
  private final class Place {
    final Node silence;
    final boolean ends;
    final int silencePhone = triphones.silence();
    final List<Spoken> arriving = new ArrayList<>();
    final List<Spoken> leaving = new ArrayList<>();

    Place(Node silence, boolean ends) {
      this.silence = silence;
      this.ends = ends;
    }

    Set<Integer> lefts(int silence) {
      Set<Integer> lefts = new LinkedHashSet<>(List.of(silence));
      arriving.forEach(each -> lefts.add(each.lastPhone()));
      return lefts;
    }

    Set<Integer> rights(int silence) {
      Set<Integer> rights = new LinkedHashSet<>(List.of(silence));
      leaving.forEach(each -> rights.add(each.phones[0]));
      return rights;
    }
  }

  /** One way to pronounce one word between two places. */
  private static final class Spoken {
    final int label;
    final int[] phones;
    final Place from;
    final Place to;
    final Map<Integer, List<Node>> entries = new HashMap<>();
    final Map<Integer, List<Node>> exits = new HashMap<>();

    Spoken(int label, int[] phones, Place from, Place to) {
      this.label = label;
      this.phones = phones;
      this.from = from;
      this.to = to;
    }

    void meet() {
      from.leaving.add(this);
      to.arriving.add(this);
    }

    int lastPhone() {
      return phones[phones.length - 1];
    }

    List<Node> entry(int left) {
      return entries.getOrDefault(left, List.of());
    }

    List<Node> exit(int right) {
      return exits.getOrDefault(right, List.of());
    }
  }
}
