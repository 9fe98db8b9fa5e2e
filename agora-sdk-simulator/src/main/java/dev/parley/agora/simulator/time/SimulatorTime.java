package dev.parley.agora.simulator.time;

import java.time.Duration;
import java.time.Instant;

/**
 * The one source of time and delay of a simulated Agora. Thread-safe.
 *
 * <p>A test that already has a clock of its own implements this in a few lines, so that both sides
 * share one time.
 */
public interface SimulatorTime {
  /** Nanoseconds since an arbitrary moment; only differences mean anything. */
  long nanoTime();

  /**
   * Runs {@code task} once after {@code delay}. Tasks run one at a time, in the order of their
   * times; those due at one instant run in the order in which they were scheduled.
   */
  Timer schedule(Duration delay, Runnable task);

  /**
   * Whether callbacks run on the thread that runs the tasks. If not, every connection has threads
   * of its own, as with the real SDK.
   */
  boolean callsBackInline();

  /** Drops all tasks; none is run after that. Calling it again does nothing. */
  void close();

  /** Real time: 10 ms are 10 ms, and every connection calls back on its own threads. */
  static SimulatorTime real() {
    return new RealTime();
  }

  /** Returns what the calendar says now, whatever the simulated time is. */
  static Instant calendar() {
    return RealTime.calendar();
  }

  /** A task that has not run yet. */
  interface Timer {
    /** Drops the task if it has not begun. */
    void cancel();
  }
}
