package dev.parley.agora.simulator;

import dev.parley.agora.simulator.engine.Channel;
import dev.parley.agora.simulator.engine.Connection;
import dev.parley.agora.simulator.engine.Member;
import dev.parley.agora.simulator.settings.NetworkConditions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A channel, seen from Agora's side: puts people into it and finds the connections in it. */
public final class SimulatedChannel {
  private final Channel channel;

  SimulatedChannel(Channel channel) {
    this.channel = channel;
  }

  /** Returns the name. */
  public String name() {
    return channel.name();
  }

  /** Lets a person join with an open microphone. An older user with this uid is ended. */
  public SimulatedPerson join(String uid) {
    return person(uid).join();
  }

  /** Prepares a person who is not like the others: audience, muted, deaf, or without AIQoS. */
  public SimulatedPerson.Builder person(String uid) {
    return new SimulatedPerson.Builder(channel, uid);
  }

  /** Returns the user ids of everyone in the channel, audience included, in the order of entry. */
  public List<String> users() {
    return channel.members().stream().map(Member::userId).toList();
  }

  /** Returns the SDK's connection with this user id, if it is in the channel. */
  public Optional<SimulatedConnection> connection(String uid) {
    return channel
        .member(uid)
        .filter(Connection.class::isInstance)
        .map(Connection.class::cast)
        .map(SimulatedConnection::new);
  }

  /**
   * Waits until the SDK's connection with this user id is in the channel.
   *
   * @throws AssertionError when {@code limit}, in real time, is over
   */
  public SimulatedConnection awaitConnection(String uid, Duration limit) {
    if (!channel.world().await(() -> connection(uid).isPresent(), limit)) {
      throw new AssertionError("user " + uid + " did not join " + name() + " within " + limit);
    }
    return connection(uid)
        .orElseThrow(() -> new AssertionError("user " + uid + " joined and left at once"));
  }

  /** Sets the network of everyone in the channel who has none of their own. */
  public void network(NetworkConditions conditions) {
    channel.conditions(conditions);
  }
}
