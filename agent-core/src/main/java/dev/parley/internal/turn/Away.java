package dev.parley.internal.turn;

import dev.parley.Cancellable;
import dev.parley.ParticipantState;
import dev.parley.internal.loop.SessionLoop;
import java.time.Duration;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Notices that nobody has said anything for long. On the session loop. */
final class Away {
  private final SessionLoop loop;
  private final @Nullable Duration after;
  private Cancellable timer = Cancellable.NONE;
  private long armedFor = Long.MIN_VALUE;

  Away(SessionLoop loop, @Nullable Duration after) {
    this.loop = loop;
    this.after = after;
  }

  /**
   * Looks whether people are away, or when they will be.
   *
   * @param busy whether somebody speaks or something is being done, so that nobody counts as away
   * @param lastSound when anybody, the agent included, was last heard
   */
  void look(Collection<Talker> talkers, boolean busy, long lastSound) {
    if (after == null) {
      return;
    }
    if (busy || !isAnySilent(talkers)) {
      stop();
      return;
    }
    long due = lastSound + after.toNanos();
    if (due != armedFor) {
      timer.cancel();
      armedFor = due;
      timer = loop.schedule(Duration.ofNanos(Math.max(0, due - loop.now())), () -> fire(talkers));
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
