package dev.parley.internal.time;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** A clock that a test moves by hand; timers of one instant run in the order they were set. */
public final class HandClock implements SessionClock {
  private final PriorityQueue<Entry> entries =
      new PriorityQueue<>(Comparator.comparingLong(Entry::due).thenComparingLong(Entry::order));
  private long now;
  private long set;

  private record Entry(long due, long order, Runnable task) {}

  @Override
  public synchronized long nanoTime() {
    return now;
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(nanoTime());
  }

  @Override
  public synchronized Cancellable schedule(Duration delay, Runnable task) {
    var entry = new Entry(now + Math.max(0, delay.toNanos()), set++, task);
    entries.add(entry);
    return () -> remove(entry);
  }

  private synchronized void remove(Entry entry) {
    entries.remove(entry);
  }

  public synchronized int timers() {
    return entries.size();
  }

  /** Milliseconds since the clock was made. */
  public long millis() {
    return nanoTime() / 1_000_000;
  }

  /** Moves the clock on and runs on the way what is due. */
  public void advance(long millis) {
    long end = nanoTime() + millis * 1_000_000;
    for (Entry next = take(end); next != null; next = take(end)) {
      next.task().run();
    }
  }

  /** Moves the clock on as if the machine had been asleep, then runs what was due. */
  public void stall(long millis) {
    synchronized (this) {
      now += millis * 1_000_000;
    }
    advance(0);
  }

  private synchronized Entry take(long end) {
    Entry next = entries.peek();
    boolean due = next != null && next.due() <= end;
    now = Math.max(now, due ? next.due() : end);
    return due ? entries.poll() : null;
  }
}
