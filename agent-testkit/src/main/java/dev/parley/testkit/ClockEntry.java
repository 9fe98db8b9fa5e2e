package dev.parley.testkit;

/**
 * One thing that a manual clock will run.
 *
 * @param rank what goes first of what is due at one instant
 * @param number what goes first of one instant and rank
 */
record ClockEntry(long dueNanos, int rank, long number, Runnable task)
    implements Comparable<ClockEntry> {
  /** What is heard comes before what is understood of it. */
  static final int SOUND = 0;

  /** A recogniser's results. */
  static final int TRANSCRIPT = 1;

  /** The verdict of a detector that speech is over, which has waited on purpose. */
  static final int SILENCE = 2;

  /** All other inputs. */
  static final int INPUT = 3;

  /** What the code under test has set. */
  static final int TIMER = 4;

  boolean isTimer() {
    return rank == TIMER;
  }

  @Override
  public int compareTo(ClockEntry other) {
    int byTime = Long.compare(dueNanos, other.dueNanos);
    int byRank = byTime == 0 ? Integer.compare(rank, other.rank) : byTime;
    return byRank == 0 ? Long.compare(number, other.number) : byRank;
  }

  /** Entries are told apart by being themselves: two may be due alike and run the same. */
  @Override
  public boolean equals(Object other) {
    return this == other;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(number);
  }
}
