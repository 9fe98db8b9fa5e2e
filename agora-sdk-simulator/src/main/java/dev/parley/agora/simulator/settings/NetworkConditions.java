package dev.parley.agora.simulator.settings;

import java.time.Duration;

/**
 * What the network does to what a user sends.
 *
 * <p>Audio is put in order by the receiver: it is heard {@code latency + jitter} after it was sent,
 * and a lost frame is heard as silence. Data messages arrive after {@code latency} and up to {@code
 * jitter} more, or never.
 *
 * @param latency the time everything needs at least
 * @param jitter the time that may be added; even between zero and this
 * @param loss the share of audio frames and messages that never arrive, 0 to 1
 * @param reorder the share of messages that are overtaken by later ones, 0 to 1
 */
public record NetworkConditions(Duration latency, Duration jitter, double loss, double reorder) {
  /** A network that does nothing to anything. */
  public static final NetworkConditions PERFECT =
      new NetworkConditions(Duration.ZERO, Duration.ZERO, 0, 0);

  /** Checks the values. */
  public NetworkConditions {
    requireNotNegative("latency", latency);
    requireNotNegative("jitter", jitter);
    requireShare("loss", loss);
    requireShare("reorder", reorder);
  }

  /** Returns a network that only delays. */
  public static NetworkConditions delayed(Duration latency) {
    return PERFECT.withLatency(latency);
  }

  /** Returns these conditions with another latency. */
  public NetworkConditions withLatency(Duration other) {
    return new NetworkConditions(other, jitter, loss, reorder);
  }

  /** Returns these conditions with another jitter. */
  public NetworkConditions withJitter(Duration other) {
    return new NetworkConditions(latency, other, loss, reorder);
  }

  /** Returns these conditions with another share of losses. */
  public NetworkConditions withLoss(double other) {
    return new NetworkConditions(latency, jitter, other, reorder);
  }

  /** Returns these conditions with another share of overtaken messages. */
  public NetworkConditions withReorder(double other) {
    return new NetworkConditions(latency, jitter, loss, other);
  }

  private static void requireNotNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + " is " + value + ", must not be negative");
    }
  }

  private static void requireShare(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", must be from 0 to 1");
    }
  }
}
