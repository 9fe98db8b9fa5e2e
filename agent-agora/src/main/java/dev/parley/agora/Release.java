package dev.parley.agora;

import dev.parley.SessionClock;
import java.time.Duration;

/**
 * Leaves a channel in the order that the SDK survives: disconnect, wait until it has, let its
 * threads come to rest, destroy. Every wait has a bound. In the room's lane.
 */
final class Release {
  /** As long as Agora's own example waits for the end of a connection. */
  private static final Duration MOST = Duration.ofSeconds(2);

  /** And as long as it lets native threads come to rest. */
  private static final Duration REST = Duration.ofMillis(500);

  private final SessionClock clock;
  private final Lane lane;
  private final Link link;
  private final Runnable left;
  private final Runnable released;
  private boolean hasLeft;

  /**
   * Creates it.
   *
   * @param left runs in the lane when the channel is left, before the connection is destroyed
   * @param released runs in the lane when the connection is destroyed
   */
  Release(SessionClock clock, Lane lane, Link link, Runnable left, Runnable released) {
    this.clock = clock;
    this.lane = lane;
    this.link = link;
    this.left = left;
    this.released = released;
  }

  void begin() {
    link.leave();
    clock.schedule(MOST, () -> lane.execute(this::left));
  }

  /** The SDK says that it has left. */
  void onEnded(Link ended) {
    if (ended == link) {
      left();
    }
  }

  private void left() {
    if (!hasLeft) {
      hasLeft = true;
      left.run();
      clock.schedule(REST, () -> lane.execute(this::destroy));
    }
  }

  private void destroy() {
    try {
      link.destroy();
    } finally {
      released.run();
    }
  }
}
