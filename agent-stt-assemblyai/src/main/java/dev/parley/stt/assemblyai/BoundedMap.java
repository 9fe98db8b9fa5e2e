package dev.parley.stt.assemblyai;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map that forgets its oldest entry when it has more than its bound. Not thread-safe. */
final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1L;

  private final int bound;

  BoundedMap(int bound) {
    this.bound = bound;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > bound;
  }
}
