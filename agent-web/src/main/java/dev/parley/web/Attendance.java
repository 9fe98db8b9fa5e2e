package dev.parley.web;

import dev.parley.Cancellable;
import dev.parley.SessionClock;
import dev.parley.spi.RoomListener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether anybody is there to hear the agent. Changed in the room's serial only; other threads may
 * ask whether the room is lost.
 */
final class Attendance {
  private final Guests guests;
  private final RoomListener listener;
  private final SessionClock clock;
  private final @Nullable Duration emptyFor;
  private final Runnable deserted;
  private Cancellable emptiness = Cancellable.NONE;
  private boolean waiting;
  private volatile boolean lost;

  /**
   * Creates the attendance of a room without people.
   *
   * @param emptyFor after how long without people {@code deserted} is called; null: never
   */
  Attendance(
      Guests guests,
      RoomListener listener,
      SessionClock clock,
      @Nullable Duration emptyFor,
      Runnable deserted) {
    this.guests = guests;
    this.listener = listener;
    this.clock = clock;
    this.emptyFor = emptyFor;
    this.deserted = deserted;
  }

  /** Whether places are kept, and not one of their pages is connected: the agent waits. */
  boolean isLost() {
    return lost;
  }

  /** Looks again, after someone came or went. */
  void changed() {
    watchLoss();
    watchEmptiness();
  }

  /** Watches no more. */
  void close() {
    emptiness.cancel();
  }

  private void watchLoss() {
    boolean nowLost = guests.allAway();
    if (nowLost && !lost) {
      lost = true;
      listener.onLost("the page has lost its connection");
    } else if (!nowLost && lost) {
      lost = false;
      listener.onBack();
    }
  }

  private void watchEmptiness() {
    if (!guests.isEmpty()) {
      emptiness.cancel();
      waiting = false;
    } else if (emptyFor != null && !waiting) {
      waiting = true;
      emptiness = clock.schedule(emptyFor, deserted);
    }
  }
}
