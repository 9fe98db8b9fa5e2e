package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.SimulatorOptions;
import org.jspecify.annotations.Nullable;

/**
 * The world that new services belong to. The SDK is one for a process, so there is one at a time:
 * the one that a test has opened, or else a lenient one in real time that always exists.
 */
public final class Worlds {
  private static @Nullable World opened;
  private static @Nullable World standing;

  private Worlds() {}

  /** Returns the opened world, or the standing one. */
  public static synchronized World current() {
    if (opened != null) {
      return opened;
    }
    if (standing == null) {
      standing = new World(SimulatorOptions.builder().build());
    }
    return standing;
  }

  /** Opens a world. */
  public static synchronized World open(SimulatorOptions options) {
    if (opened != null) {
      throw new IllegalStateException("a simulated Agora is open already; close it first");
    }
    opened = new World(options);
    return opened;
  }

  /** Takes a world out of use, if it is the opened one. */
  public static synchronized void retire(World world) {
    if (opened == world) {
      opened = null;
    }
  }
}
