package dev.parley.agora.simulator.engine;

import java.util.HashSet;
import java.util.Set;

/** Whose audio a connection wants. Guarded by the world's lock. */
final class Subscriptions {
  private final Set<String> chosen = new HashSet<>();
  private final Set<String> refused = new HashSet<>();
  private boolean all;

  Subscriptions(boolean all) {
    this.all = all;
  }

  boolean wants(String userId) {
    return chosen.contains(userId) || (all && !refused.contains(userId));
  }

  void add(String userId) {
    chosen.add(userId);
    refused.remove(userId);
  }

  void remove(String userId) {
    chosen.remove(userId);
    refused.add(userId);
  }

  void addAll() {
    all = true;
    refused.clear();
  }

  void removeAll() {
    all = false;
    chosen.clear();
    refused.clear();
  }
}
