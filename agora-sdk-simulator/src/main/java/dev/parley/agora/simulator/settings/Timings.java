package dev.parley.agora.simulator.settings;

import java.time.Duration;

/**
 * How long the simulated Agora takes for what.
 *
 * @param join from {@code connect} to the outcome, and from a restored network to the rejoin
 * @param leave from {@code disconnect} to {@code onDisconnected}
 * @param lossDetection from the loss of the network to {@code onReconnecting}
 * @param connectionLost from the loss of the network until it is called lost
 * @param giveUp from the loss of the network to the final failure
 * @param userTimeout from the loss of a user's network to {@code onUserLeft} at the others
 * @param tokenWarning how long before its end a token is announced to expire
 * @param tokenGrace from the end of a token to the end of the connection, if it is not renewed
 */
public record Timings(
    Duration join,
    Duration leave,
    Duration lossDetection,
    Duration connectionLost,
    Duration giveUp,
    Duration userTimeout,
    Duration tokenWarning,
    Duration tokenGrace) {
  /**
   * Ten seconds to connection lost, twenty minutes to giving up, twenty seconds to a user's timeout
   * and thirty seconds of warning are documented; the rest is chosen here.
   */
  public static final Timings DEFAULT =
      new Timings(
          Duration.ofMillis(30),
          Duration.ofMillis(10),
          Duration.ofSeconds(4),
          Duration.ofSeconds(10),
          Duration.ofMinutes(20),
          Duration.ofSeconds(20),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5));

  /** Returns these timings with another time for joining. */
  public Timings withJoin(Duration other) {
    return new Timings(
        other, leave, lossDetection, connectionLost, giveUp, userTimeout, tokenWarning, tokenGrace);
  }

  /** Returns these timings with another time until the loss of the network is noticed. */
  public Timings withLossDetection(Duration other) {
    return new Timings(
        join, leave, other, connectionLost, giveUp, userTimeout, tokenWarning, tokenGrace);
  }

  /** Returns these timings with another time until the SDK gives up. */
  public Timings withGiveUp(Duration other) {
    return new Timings(
        join, leave, lossDetection, connectionLost, other, userTimeout, tokenWarning, tokenGrace);
  }
}
