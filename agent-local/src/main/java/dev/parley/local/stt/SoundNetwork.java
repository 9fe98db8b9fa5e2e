package dev.parley.local.stt;

import java.util.List;

/**
 * A grammar compiled down to sounds, and a loop of all phones beside it for what the grammar does
 * not hold. Immutable, shared by all decoders.
 *
 * <p>A node is one phone in its surroundings. Entering a node may begin a word.
 */
final class SoundNetwork {
  /** Begins no word. */
  static final int NO_WORD = -1;

  /** Begins a silence. */
  static final int SILENCE = 0;

  /** Begins something that the grammar does not hold. */
  static final int UNKNOWN = 1;

  /** Ways out of the three states of a node: staying and going on, for each. */
  static final int TRANSITIONS = 2 * Triphones.STATES;

  private final Acoustics acoustics;
  private final List<String> words;
  private final int[] senones;
  private final float[] transitions;
  private final int[] labels;
  private final float[] penalties;
  private final boolean[] ends;
  private final int[][] next;
  private final int[] starts;
  private final int loop;

  SoundNetwork(SoundNetworkBuilder builder) {
    acoustics = builder.acoustics();
    words = List.copyOf(builder.words());
    List<SoundNetworkBuilder.Node> nodes = builder.nodes();
    int size = nodes.size();
    senones = new int[size * Triphones.STATES];
    transitions = new float[size * TRANSITIONS];
    labels = new int[size];
    penalties = new float[size];
    ends = new boolean[size];
    next = new int[size][];
    for (int i = 0; i < size; i++) {
      SoundNetworkBuilder.Node node = nodes.get(i);
      sound(i, node.sound);
      labels[i] = node.label;
      penalties[i] = node.penalty;
      ends[i] = node.ends;
      next[i] = node.next.stream().mapToInt(each -> each.number).toArray();
    }
    starts = builder.starts().stream().mapToInt(each -> each.number).toArray();
    loop = builder.loop();
  }

  /**
   * A phone goes through its states in order, and skips none: this model's transition matrices
   * allow nothing else.
   */
  private void sound(int node, int sound) {
    int matrix = acoustics.triphones().matrix(sound);
    for (int state = 0; state < Triphones.STATES; state++) {
      senones[node * Triphones.STATES + state] = acoustics.triphones().senone(sound, state);
      transitions[node * TRANSITIONS + 2 * state] = acoustics.transition(matrix, state, state);
      transitions[node * TRANSITIONS + 2 * state + 1] =
          acoustics.transition(matrix, state, state + 1);
    }
  }

  Acoustics acoustics() {
    return acoustics;
  }

  int size() {
    return labels.length;
  }

  /** The words by their label. */
  String word(int label) {
    return words.get(label);
  }

  /** The senones of all nodes, three each. Not to be written to. */
  int[] senones() {
    return senones;
  }

  /**
   * For each of the three states of each node the logarithms of staying and of going on. Not to be
   * written to.
   */
  float[] transitions() {
    return transitions;
  }

  /** What entering a node begins. */
  int label(int node) {
    return labels[node];
  }

  /** The logarithm that entering a node adds. */
  float penalty(int node) {
    return penalties[node];
  }

  /** Whether a sentence may end with this node. */
  boolean ends(int node) {
    return ends[node];
  }

  /** What may follow a node. */
  int[] next(int node) {
    return next[node];
  }

  /** What a sentence may begin with. */
  int[] starts() {
    return starts;
  }

  /** The nodes from this one on are the loop of phones: each may follow any other. */
  int loop() {
    return loop;
  }
}
