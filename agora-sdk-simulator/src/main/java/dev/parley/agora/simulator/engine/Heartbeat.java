package dev.parley.agora.simulator.engine;

import java.time.Duration;

/**
 * Beats every 10 ms while anybody is in a channel: first everyone speaks, then everyone hears.
 * Guarded by the world's lock.
 */
final class Heartbeat {
  static final Duration FRAME = Duration.ofMillis(10);

  private static final int MOST_AT_ONCE = 100;

  private final World world;
  private boolean beating;
  private long next;

  Heartbeat(World world) {
    this.world = world;
  }

  /** Starts beating unless it beats already. */
  void ensureBeating() {
    if (!beating) {
      beating = true;
      next = world.time().nanoTime() + FRAME.toNanos();
      world.after(FRAME, this::beat);
    }
  }

  // After a stall the missed frames are made up for, up to a second of them; more is given up.
  private void beat() {
    long now = world.time().nanoTime();
    for (int i = 0; i < MOST_AT_ONCE && next <= now; i++) {
      tick(next);
      next += FRAME.toNanos();
    }
    next = Math.max(next, now);
    beating = world.channels().stream().anyMatch(Channel::isInUse);
    if (beating) {
      world.after(Duration.ofNanos(next - now), this::beat);
    }
  }

  private void tick(long now) {
    for (Channel channel : world.channels()) {
      channel.tick(now);
    }
  }
}
