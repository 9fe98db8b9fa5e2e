package dev.parley.local.stt;

import java.util.Arrays;

/**
 * The words along all ways that a search has followed: each entry is a word, when it began, and
 * what came before. Not thread-safe.
 */
final class History {
  private int[] labels = new int[256];
  private int[] frames = new int[256];
  private int[] before = new int[256];
  private int size;

  void clear() {
    size = 0;
  }

  /** Adds a word; returns its number. */
  int add(int label, int frame, int saidBefore) {
    if (size == labels.length) {
      labels = Arrays.copyOf(labels, 2 * size);
      frames = Arrays.copyOf(frames, 2 * size);
      before = Arrays.copyOf(before, 2 * size);
    }
    labels[size] = label;
    frames[size] = frame;
    before[size] = saidBefore;
    return size++;
  }

  int label(int entry) {
    return labels[entry];
  }

  /** The frame in which the word began. */
  int frame(int entry) {
    return frames[entry];
  }

  /** The entry before, or -1. */
  int before(int entry) {
    return before[entry];
  }
}
