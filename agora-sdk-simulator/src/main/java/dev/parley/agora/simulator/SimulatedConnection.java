package dev.parley.agora.simulator;

import dev.parley.agora.simulator.engine.ChangeReason;
import dev.parley.agora.simulator.engine.Connection;
import dev.parley.agora.simulator.engine.ConnectionState;
import dev.parley.agora.simulator.settings.NetworkConditions;
import java.time.Duration;

/** A connection of the code under test, seen from Agora's side: watches it and drives faults. */
public final class SimulatedConnection {
  private final Connection connection;

  SimulatedConnection(Connection connection) {
    this.connection = connection;
  }

  /** Returns the user id, empty before it has joined. */
  public String uid() {
    return connection.world().locked(connection::userId);
  }

  /** Returns the channel it was last connected to, empty before. */
  public String channelName() {
    return connection.world().locked(connection::channelName);
  }

  /** Returns the state. */
  public ConnectionState state() {
    return connection.state();
  }

  /** Whether others see it. */
  public boolean isBroadcaster() {
    return connection.world().locked(connection::isBroadcaster);
  }

  /** Returns the audio scenario, which may have changed since it was made. */
  public int scenario() {
    return connection.scenario();
  }

  /** Returns how much pushed audio waits inside the SDK: what an interruption must get rid of. */
  public Duration queuedAudio() {
    return connection.queuedAudio();
  }

  /** Returns how many pushes were accepted and went nowhere: not joined, or not published. */
  public long pushesLost() {
    return connection.pushesLost();
  }

  /** Returns how many callbacks were dropped because ten thousand were waiting. */
  public long callbacksDropped() {
    return connection.callbacksRefused();
  }

  /** Cuts its network until {@link #restoreNetwork}. */
  public void loseNetwork() {
    connection.loseNetwork(ChangeReason.INTERRUPTED);
  }

  /** Lets its keep-alives vanish until {@link #restoreNetwork}: reason 14 instead of 2. */
  public void loseKeepAlive() {
    connection.loseNetwork(ChangeReason.KEEP_ALIVE_TIMEOUT);
  }

  /** Brings its network back; it rejoins by itself. */
  public void restoreNetwork() {
    connection.restoreNetwork();
  }

  /** Gives what it sends a network of its own. */
  public void network(NetworkConditions conditions) {
    connection.conditions(conditions);
  }

  /** Kicks it: reason 3, for good. */
  public void kick() {
    connection.kick(ChangeReason.BANNED);
  }

  /** Ends it as the server may: reason 10, for good. */
  public void reject() {
    connection.kick(ChangeReason.REJECTED);
  }

  /** Lets its token end after {@code left}, whatever the token says; works without a token, too. */
  public void expireTokenIn(Duration left) {
    connection.expireTokenIn(left);
  }

  @Override
  public String toString() {
    return connection.name() + "[uid=" + uid() + ", " + state() + "]";
  }
}
