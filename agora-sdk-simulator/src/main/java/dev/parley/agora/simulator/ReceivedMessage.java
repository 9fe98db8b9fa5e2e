package dev.parley.agora.simulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Data that a person has received. Immutable. */
public final class ReceivedMessage {
  private final String from;
  private final byte[] data;
  private final Duration at;

  ReceivedMessage(String from, byte[] data, Duration at) {
    this.from = from;
    this.data = data;
    this.at = at;
  }

  /** Returns the sender's user id. */
  public String from() {
    return from;
  }

  /** Returns a copy of the bytes. */
  public byte[] data() {
    return data.clone();
  }

  /** Returns the bytes as text in UTF-8. */
  public String text() {
    return new String(data, StandardCharsets.UTF_8);
  }

  /** Returns when it arrived, since the simulated Agora was opened. */
  public Duration at() {
    return at;
  }

  /** Gives sender, size and time, not the content. */
  @Override
  public String toString() {
    return "ReceivedMessage[from=" + from + ", " + data.length + " bytes, at=" + at + "]";
  }
}
