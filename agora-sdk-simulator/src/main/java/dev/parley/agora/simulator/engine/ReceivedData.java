package dev.parley.agora.simulator.engine;

import java.time.Duration;

/** Data that came in for a person. */
public final class ReceivedData {
  private final String from;
  private final byte[] data;
  private final Duration at;

  ReceivedData(String from, byte[] data, Duration at) {
    this.from = from;
    this.data = data;
    this.at = at;
  }

  /** Returns the sender's user id. */
  public String from() {
    return from;
  }

  /** Returns the bytes themselves. */
  public byte[] data() {
    return data;
  }

  /** Returns when it came, since the opening of the world. */
  public Duration at() {
    return at;
  }
}
