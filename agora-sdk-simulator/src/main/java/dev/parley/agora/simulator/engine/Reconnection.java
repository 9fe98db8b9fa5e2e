package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.settings.Timings;

/**
 * What a connection does about its network: notices that it is gone, tries again by itself, and
 * gives up in the end. Guarded by the world's lock.
 */
final class Reconnection {
  private final Connection connection;
  private final Timers timers;

  Reconnection(Connection connection) {
    this.connection = connection;
    timers = new Timers(connection.world());
  }

  void networkLost(ChangeReason reason) {
    if (connection.state() != ConnectionState.CONNECTED) {
      return;
    }
    Timings timings = connection.world().options().timings();
    timers.after(timings.lossDetection(), () -> interrupted(reason));
    timers.after(timings.connectionLost(), () -> connection.events().connectionLost());
    timers.after(timings.giveUp(), () -> connection.membership().fail(ChangeReason.JOIN_FAILED));
  }

  private void interrupted(ChangeReason reason) {
    connection.membership().become(ConnectionState.RECONNECTING);
    connection.events().reconnecting(reason);
  }

  void networkRestored() {
    switch (connection.state()) {
      case CONNECTING -> connection.membership().knock(ChangeReason.JOINED);
      case RECONNECTING -> connection.membership().knock(ChangeReason.REJOINED);
      case CONNECTED -> timers.cancelAll();
      case DISCONNECTED, FAILED -> {}
    }
  }

  /** A first attempt to join that meets no network waits for it, but not for ever. */
  void waitForNetwork() {
    timers.after(
        connection.world().options().timings().giveUp(),
        () -> connection.membership().fail(ChangeReason.JOIN_FAILED));
  }

  void stop() {
    timers.cancelAll();
  }
}
