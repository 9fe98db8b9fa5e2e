package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.time.SimulatorTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Timers that are cancelled together. Guarded by the world's lock. */
final class Timers {
  private final World world;
  private final List<SimulatorTime.Timer> running = new ArrayList<>();

  Timers(World world) {
    this.world = world;
  }

  void after(Duration delay, Runnable task) {
    running.add(world.after(delay, task));
  }

  void cancelAll() {
    running.forEach(SimulatorTime.Timer::cancel);
    running.clear();
  }
}
