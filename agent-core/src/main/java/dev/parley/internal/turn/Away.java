package dev.parley.internal.turn;

import dev.parley.Cancellable;
import dev.parley.ParticipantState;
import dev.parley.internal.loop.SessionLoop;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Notices that nobody has said anything for long. Silence is counted from the last sound of
 * anybody, and stands still while the agent has something to do. On the session loop.
 */
final class Away {
  private static final long COUNTING = Long.MIN_VALUE;

  private final SessionLoop loop;
  private final @Nullable Duration after;
  private Cancellable timer = Cancellable.NONE;
  private long armedFor = Long.MIN_VALUE;
  private long lastSound = Long.MIN_VALUE;
  private long uncounted;
  private long stoppedSince = COUNTING;

  Away(SessionLoop loop, @Nullable Duration after) {
    this.loop = loop;
    this.after = after;
  }

  /**
   * Looks whether people are away, or when they will be.
   *
   * @param heard whether somebody is heard now, or may be
   * @param stopped whether silence does not count now: the agent thinks, a tool runs, or the
   *     conversation is on hold
   * @param lastSound when anybody, the agent included, was last heard
   */
  void look(Collection<Talker> talkers, boolean heard, boolean stopped, long lastSound) {
    if (after == null) {
      return;
    }
    count(stopped, lastSound);
    if (heard || stopped || !isAnySilent(talkers)) {
      stop();
      return;
    }
    long due = lastSound + after.toNanos() + uncounted;
    if (due != armedFor) {
      timer.cancel();
      armedFor = due;
      timer = loop.schedule(Duration.ofNanos(Math.max(0, due - loop.now())), () -> fire(talkers));
    }
  }

  /** Keeps account of how much of the time since the last sound does not count. */
  private void count(boolean stopped, long latest) {
    if (latest != lastSound) {
      lastSound = latest;
      uncounted = 0;
    }
    if (stoppedSince != COUNTING && !stopped) {
      uncounted += loop.now() - Math.max(stoppedSince, latest);
      stoppedSince = COUNTING;
    } else if (stoppedSince == COUNTING && stopped) {
      stoppedSince = loop.now();
    }
  }

  /** Asked after every task, with every frame: a stream would cost six objects each time. */
  private static boolean isAnySilent(Collection<Talker> talkers) {
    for (Talker talker : talkers) {
      if (talker.state() == ParticipantState.SILENT) {
        return true;
      }
    }
    return false;
  }

  void stop() {
    timer.cancel();
    armedFor = Long.MIN_VALUE;
  }

  private void fire(Collection<Talker> talkers) {
    talkers.forEach(talker -> talker.become(ParticipantState.AWAY));
  }
}
