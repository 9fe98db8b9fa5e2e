package dev.parley.agora.simulator.engine;

/** Where a connection stands, with the numbers that {@code RtcConnInfo} carries. */
public enum ConnectionState {
  /** In no channel. */
  DISCONNECTED(1),
  /** On the way in. */
  CONNECTING(2),
  /** In a channel. */
  CONNECTED(3),
  /** The network is lost and the SDK tries to come back by itself. */
  RECONNECTING(4),
  /** Over for good. */
  FAILED(5);

  private final int number;

  ConnectionState(int number) {
    this.number = number;
  }

  /** Returns the number of the SDK. */
  public int number() {
    return number;
  }

  boolean canBecome(ConnectionState next) {
    return switch (this) {
      case DISCONNECTED -> next == CONNECTING;
      case CONNECTING -> next == CONNECTED || next == FAILED || next == DISCONNECTED;
      case CONNECTED -> next == RECONNECTING || next == FAILED || next == DISCONNECTED;
      case RECONNECTING -> next == CONNECTED || next == FAILED || next == DISCONNECTED;
      case FAILED -> next == DISCONNECTED;
    };
  }
}
