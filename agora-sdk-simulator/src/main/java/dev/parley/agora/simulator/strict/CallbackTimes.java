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
  private static final Comparator<CallbackHold> BY_USE = Comparator.comparing(CallbackHold::used);

  private final Map<String, Long> counts = new TreeMap<>();
  private final PriorityQueue<CallbackHold> longest = new PriorityQueue<>(BY_USE);

  /** Starts empty. */
  public CallbackTimes() {}

  /** Adds one call and returns it. Called by the simulator. */
  public synchronized CallbackHold add(
      String callback, String owner, Duration held, Duration cpu, Duration waited) {
    long nth = counts.merge(callback, 1L, Long::sum);
    CallbackHold hold = new CallbackHold(callback, owner, nth, held, cpu, waited);
    longest.add(hold);
    if (longest.size() > LONGEST_KEPT) {
      longest.remove();
    }
    return hold;
  }

  /** Returns how often each callback was called since the start or {@link #reset}. */
  public synchronized Map<String, Long> counts() {
    return new TreeMap<>(counts);
  }

  /** Returns the call that used most time; empty before the first. */
  public synchronized Optional<CallbackHold> longest() {
    return longest.stream().max(BY_USE);
  }

  /** Returns the calls that used more time than {@code limit}, longest first; at most 256. */
  public synchronized List<CallbackHold> longerThan(Duration limit) {
    List<CallbackHold> holds = new ArrayList<>(longest);
    holds.removeIf(hold -> hold.used().compareTo(limit) <= 0);
    holds.sort(BY_USE.reversed());
    return holds;
  }

  /** Forgets everything, for instance after a warm-up. */
  public synchronized void reset() {
    counts.clear();
    longest.clear();
  }
}
