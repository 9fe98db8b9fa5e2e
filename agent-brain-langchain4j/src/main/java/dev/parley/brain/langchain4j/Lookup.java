package dev.parley.brain.langchain4j;

import dev.parley.Cancellable;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.spi.PluginContext;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * One retrieval about what somebody has said in one turn. Starts once; dropped when nobody uses it.
 * Thread-safe.
 */
final class Lookup {
  private final String who;
  private final int turn;
  private final String words;
  private final InterruptibleWork<Found> work;
  private boolean started;
  private int users;

  /**
   * Creates one that has not started.
   *
   * @param turn what was said
   * @param number which turn of the conversation that is
   */
  Lookup(UserTurn turn, int number, Callable<Found> work) {
    this.who = turn.who();
    this.turn = number;
    this.words = SpokenWords.key(turn.text());
    this.work = new InterruptibleWork<>(work);
  }

  /** Whether it is about the same words in the same turn, and has not failed or been dropped. */
  boolean isAbout(Lookup other) {
    return turn == other.turn
        && who.equals(other.who)
        && words.equals(other.words)
        && !work.isCompletedExceptionally();
  }

  /**
   * Starts, the first time.
   *
   * @param unused how long it may take if nobody uses it
   */
  void start(PluginContext context, Duration unused) {
    synchronized (this) {
      if (started) {
        return;
      }
      started = true;
    }
    Cancellable limit = context.clock().schedule(unused, this::dropUnlessUsed);
    var unusedStage = work.whenComplete((found, failure) -> limit.cancel());
    context.blocking().execute(work);
  }

  /** Has it go on until {@link #leave}. @return whether there is something to use */
  synchronized boolean use() {
    if (work.isCompletedExceptionally()) {
      return false;
    }
    users++;
    return true;
  }

  /** One user less. */
  synchronized void leave() {
    users--;
    dropUnlessUsed();
  }

  /** Interrupts it unless somebody waits for it. What was found stays. */
  synchronized void dropUnlessUsed() {
    if (users == 0) {
      work.cancel(true);
    }
  }

  /** The result to come. */
  InterruptibleWork<Found> result() {
    return work;
  }
}
