package dev.parley.agora.simulator.strict;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;

/**
 * How long the code under test held each callback of the SDK, in real time even when the simulated
 * time is manual. Thread-safe.
 */
public final class CallbackTimes {
  private static final int LONGEST_KEPT = 256;

  private final Map<String, Long> counts = new TreeMap<>();
  private final PriorityQueue<CallbackHold> longest =
      new PriorityQueue<>(Comparator.comparing(CallbackHold::held));

  /** Starts empty. */
  public CallbackTimes() {}

  /** Adds one call. Called by the simulator. */
  public synchronized void add(String callback, String owner, long heldNanos, long cpuNanos) {
    long nth = counts.merge(callback, 1L, Long::sum);
    Duration held = Duration.ofNanos(heldNanos);
    longest.add(new CallbackHold(callback, owner, nth, held, Duration.ofNanos(cpuNanos)));
    if (longest.size() > LONGEST_KEPT) {
      longest.poll();
    }
  }

  /** Returns how often each callback was called since the start or {@link #reset}. */
  public synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /** Returns the longest call of all; empty before the first. */
  public synchronized Optional<CallbackHold> longest() {
    return longest.stream().max(Comparator.comparing(CallbackHold::held));
  }

  /** Returns the calls that were held longer than {@code limit}, longest first; at most 256. */
  public synchronized List<CallbackHold> longerThan(Duration limit) {
    List<CallbackHold> holds = new ArrayList<>(longest);
    holds.removeIf(hold -> hold.held().compareTo(limit) <= 0);
    holds.sort(Comparator.comparing(CallbackHold::held).reversed());
    return holds;
  }

  /** Forgets everything, for instance after a warm-up. */
  public synchronized void reset() {
    counts.clear();
    longest.clear();
  }
}
