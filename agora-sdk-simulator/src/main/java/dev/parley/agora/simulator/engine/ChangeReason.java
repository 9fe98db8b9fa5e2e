package dev.parley.agora.simulator.engine;

/** Why a connection changed its state, with the numbers that callbacks carry. */
public enum ChangeReason {
  /** Connecting. */
  CONNECTING(0, 0),
  /** Joined. */
  JOINED(1, 0),
  /** The network was interrupted. */
  INTERRUPTED(2, 0),
  /** Kicked by the server. */
  BANNED(3, -ErrorCode.BANNED),
  /** Gave up. */
  JOIN_FAILED(4, 0),
  /** Left by itself. */
  LEFT(5, 0),
  /** No such app id. */
  INVALID_APP_ID(6, -ErrorCode.INVALID_APP_ID),
  /** The channel's name is not allowed. */
  INVALID_CHANNEL_NAME(7, -ErrorCode.INVALID_CHANNEL_NAME),
  /** The token does not fit. */
  INVALID_TOKEN(8, -ErrorCode.INVALID_TOKEN),
  /** The token is over. */
  TOKEN_EXPIRED(9, -ErrorCode.TOKEN_EXPIRED),
  /** Refused by the server. */
  REJECTED(10, 0),
  /** The token was renewed. */
  TOKEN_RENEWED(12, 0),
  /** Keep-alives stopped. */
  KEEP_ALIVE_TIMEOUT(14, 0),
  /** Back in the channel. */
  REJOINED(15, 0),
  /** The same user joined from elsewhere. */
  SAME_UID(19, 0);

  private final int number;
  private final int error;

  ChangeReason(int number, int error) {
    this.number = number;
    this.error = error;
  }

  /** Returns the number of the SDK. */
  public int number() {
    return number;
  }

  /** Returns the number for {@code onError}, or 0 when there is none. */
  int error() {
    return error;
  }
}
