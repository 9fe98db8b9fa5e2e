package dev.parley.internal.failover;

import java.time.Duration;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/**
 * Engines that can stand in for each other, best first. One that failed several times running is
 * asked last for a while, so that not every reply waits for it: a circuit breaker. Shared by all
 * sessions of an agent. Thread-safe.
 *
 * <p>A failure here is that an engine had to be relieved, after all its retries.
 *
 * @param <E> the kind of engine
 */
public final class Alternatives<E> {
  /** One failure, or two, may be chance. */
  private static final int FAILURES_TO_REST = 3;

  /** Then it is asked first again; if it fails once more, it rests again. */
  private static final Duration REST = Duration.ofSeconds(30);

  private final List<E> bestFirst;
  private final IdentityHashMap<E, Health> health = new IdentityHashMap<>();

  /** Creates alternatives that are all well. */
  public Alternatives(List<E> bestFirst) {
    this.bestFirst = List.copyOf(bestFirst);
  }

  /** All, those that rest behind the others. */
  public synchronized List<E> inOrder(long nowNanos) {
    if (health.isEmpty()) {
      return bestFirst;
    }
    var order = new ArrayList<E>(bestFirst.size());
    var resting = new ArrayList<E>();
    for (E engine : bestFirst) {
      Health known = health.get(engine);
      (known != null && known.rests(nowNanos) ? resting : order).add(engine);
    }
    order.addAll(resting);
    return order;
  }

  /** Another one had to take over from this. */
  public synchronized void failed(E engine, long nowNanos) {
    health.computeIfAbsent(engine, each -> new Health()).failed(nowNanos);
  }

  /** This one did what it was asked. */
  public synchronized void worked(E engine) {
    health.remove(engine);
  }

  private static final class Health {
    private int failures;
    private long restsUntil;

    void failed(long nowNanos) {
      failures++;
      restsUntil = nowNanos + REST.toNanos();
    }

    boolean rests(long nowNanos) {
      return failures >= FAILURES_TO_REST && nowNanos < restsUntil;
    }
  }
}
