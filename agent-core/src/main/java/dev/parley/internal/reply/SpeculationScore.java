package dev.parley.internal.reply;

import dev.parley.SessionEvent;
import dev.parley.internal.event.Events;

/** Whether a session's speculations pay: measures how many were right, and what the wrong cost. */
final class SpeculationScore {
  private final Events events;
  private int right;
  private int wrong;

  SpeculationScore(Events events) {
    this.events = events;
  }

  /**
   * A guess was promoted or dropped.
   *
   * @param pieces of text that the brain had sent for it; streaming models send tokens
   */
  void take(boolean isRight, int pieces) {
    if (isRight) {
      right++;
    } else {
      wrong++;
      measure("speculation.wasted.tokens", pieces);
    }
    measure("speculation.hit.ratio", (double) right / (right + wrong));
  }

  private void measure(String name, double value) {
    events.emit(new SessionEvent.Measured(events.at(), name, value));
  }
}
