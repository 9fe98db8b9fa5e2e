package dev.parley.local.stt;

import java.util.Arrays;

/**
 * Finds the way through a network that fits the sound best, frame by frame: Viterbi's algorithm
 * with a beam. Not thread-safe.
 *
 * <p>Scores are logarithms, relative to the best of the frame before.
 */
final class Search {
  private static final float NEVER = Float.NEGATIVE_INFINITY;
  private static final int STATES = Triphones.STATES;
  private static final int NOTHING_SAID = -1;

  /** Ways that are less likely than the best by this factor are given up. */
  private static final float BEAM = (float) Math.log(1e-50);

  private static final float EXIT_BEAM = (float) Math.log(1e-40);

  /** What it costs to go on to another sound: keeps the search from short words. */
  private static final float PHONE_INSERTION = (float) Math.log(1e-10);

  private final SoundNetwork network;
  private final int[] senoneOf;
  private final float[] transitions;
  private final SenoneScores senones;
  private final float[] scores;
  private final int[] histories;
  private final float[] entries;
  private final int[] entryHistories;
  private final float[] exits;
  private final boolean[] isActive;
  private int[] active;
  private int activeCount;
  private final History history = new History();
  private int frame;

  Search(SoundNetwork network) {
    this.network = network;
    this.senoneOf = network.senones();
    this.transitions = network.transitions();
    this.senones = new SenoneScores(network.acoustics().codebooks());
    int size = network.size();
    scores = new float[size * STATES];
    histories = new int[size * STATES];
    entries = new float[size];
    entryHistories = new int[size];
    exits = new float[size];
    isActive = new boolean[size];
    active = new int[size];
  }

  /** Begins an utterance. */
  void begin() {
    Arrays.fill(scores, NEVER);
    Arrays.fill(entries, NEVER);
    Arrays.fill(exits, NEVER);
    Arrays.fill(isActive, false);
    activeCount = 0;
    frame = 0;
    history.clear();
    for (int node : network.starts()) {
      enter(node, network.penalty(node), NOTHING_SAID);
    }
  }

  /** Goes on by one frame, 10 ms. */
  void accept(float[] feature) {
    senones.begin(feature);
    float best = NEVER;
    for (int i = 0; i < activeCount; i++) {
      float score = advance(active[i]);
      best = active[i] < network.loop() ? Math.max(best, score) : best;
    }
    prune(best);
    leave();
    frame++;
  }

  private void enter(int node, float score, int saidBefore) {
    if (score > entries[node]) {
      entries[node] = score;
      entryHistories[node] = saidBefore;
    }
    if (!isActive[node]) {
      isActive[node] = true;
      active[activeCount++] = node;
    }
  }

  /**
   * Moves the three states of a node on by one frame, the last first; returns the best score among
   * them.
   */
  private float advance(int node) {
    int first = node * STATES;
    int way = node * SoundNetwork.TRANSITIONS;
    float best = NEVER;
    for (int state = STATES - 1; state > 0; state--) {
      int at = first + state;
      float stay = scores[at] + transitions[way + 2 * state];
      float come = scores[at - 1] + transitions[way + 2 * state - 1];
      if (come > stay) {
        scores[at] = come;
        histories[at] = histories[at - 1];
      } else {
        scores[at] = stay;
      }
      best = Math.max(best, score(at));
    }
    scores[first] += transitions[way];
    if (entries[node] > scores[first]) {
      scores[first] = entries[node];
      histories[first] = said(node);
    }
    entries[node] = NEVER;
    return Math.max(best, score(first));
  }

  private float score(int at) {
    if (scores[at] > NEVER) {
      scores[at] += senones.score(senoneOf[at]);
    }
    return scores[at];
  }

  private int said(int node) {
    int label = network.label(node);
    int before = entryHistories[node];
    return label == SoundNetwork.NO_WORD
            || (label == SoundNetwork.UNKNOWN && before != NOTHING_SAID)
        ? before
        : history.add(label, frame, before);
  }

  /** Gives up what fits far worse than the best, and makes all scores relative to it. */
  private void prune(float best) {
    int kept = 0;
    for (int i = 0; i < activeCount; i++) {
      int node = active[i];
      boolean keep = false;
      for (int j = node * STATES; j < (node + 1) * STATES; j++) {
        scores[j] = node < network.loop() && scores[j] - best < BEAM ? NEVER : scores[j] - best;
        keep |= scores[j] > NEVER;
      }
      isActive[node] = keep;
      exits[node] = NEVER;
      if (keep) {
        active[kept++] = node;
      }
    }
    activeCount = kept;
  }

  /** Goes from the ends of nodes to the starts of those that follow. */
  private void leave() {
    float bestOfLoop = NEVER;
    int saidInLoop = NOTHING_SAID;
    int leaving = activeCount;
    for (int i = 0; i < leaving; i++) {
      int node = active[i];
      int last = node * STATES + STATES - 1;
      float exit = scores[last] + transitions[(node + 1) * SoundNetwork.TRANSITIONS - 1];
      exits[node] = exit;
      if (exit < EXIT_BEAM && node < network.loop()) {
        continue;
      }
      for (int next : network.next(node)) {
        enter(next, exit + network.penalty(next), histories[last]);
      }
      if (node >= network.loop() && exit > bestOfLoop) {
        bestOfLoop = exit;
        saidInLoop = histories[last];
      }
    }
    if (bestOfLoop > NEVER) {
      for (int node = network.loop(); node < network.size(); node++) {
        enter(node, bestOfLoop + PHONE_INSERTION, saidInLoop);
      }
    }
  }

  /** How well the sound fits a whole sentence of the grammar; higher is better. */
  Ending sentence() {
    return best(0, network.loop());
  }

  /** How well the sound fits anything at all. */
  Ending anything() {
    return best(network.loop(), network.size());
  }

  private Ending best(int from, int to) {
    float score = NEVER;
    int said = NOTHING_SAID;
    for (int i = 0; i < activeCount; i++) {
      int node = active[i];
      if (node >= from && node < to && network.ends(node) && exits[node] > score) {
        score = exits[node];
        said = histories[node * STATES + STATES - 1];
      }
    }
    return new Ending(score, said);
  }

  /** What fits best so far, finished or not. */
  Ending soFar() {
    float score = NEVER;
    int said = NOTHING_SAID;
    for (int i = 0; i < activeCount; i++) {
      for (int j = active[i] * STATES; j < (active[i] + 1) * STATES; j++) {
        if (active[i] < network.loop() && scores[j] > score) {
          score = scores[j];
          said = histories[j];
        }
      }
    }
    return new Ending(score, said);
  }

  History history() {
    return history;
  }

  int frames() {
    return frame;
  }

  /**
   * Where a way through the network stands.
   *
   * @param score how well it fits, negative infinity: there is none
   * @param said the last entry of its history, -1: nothing
   */
  record Ending(float score, int said) {}
}
