package dev.parley.agora.simulator.engine;

/**
 * What SDK methods return when they refuse: the negated error numbers of the family. Positive, the
 * same numbers are the first argument of {@code onError}.
 */
public final class ErrorCode {
  /** Success. */
  public static final int OK = 0;

  /** No closer reason. */
  public static final int GENERAL = -1;

  /** An argument is null, malformed or out of range. */
  public static final int INVALID_ARGUMENT = -2;

  /** Not supported by the simulator, or not with these settings. */
  public static final int NOT_SUPPORTED = -4;

  /** Refused in this state. */
  public static final int REFUSED = -5;

  /** The service or the connection is not initialised, or not any more. */
  public static final int NOT_INITIALISED = -7;

  /** The connection is in use, or already in a channel. */
  public static final int JOIN_REJECTED = -17;

  /** The app id is of no project. */
  public static final int INVALID_APP_ID = -101;

  /** The channel's name has characters that are not allowed. */
  public static final int INVALID_CHANNEL_NAME = -102;

  /** The token is over. */
  public static final int TOKEN_EXPIRED = -109;

  /** The token does not fit. */
  public static final int INVALID_TOKEN = -110;

  /** The network is interrupted. */
  public static final int CONNECTION_INTERRUPTED = -111;

  /** Not in a channel. */
  public static final int NOT_IN_CHANNEL = -113;

  /** The message is too large. */
  public static final int DATA_TOO_LARGE = -114;

  /** Too much was sent in a second. */
  public static final int BITRATE_LIMIT = -115;

  /** A message did not arrive in time; only ever reported to receivers. */
  public static final int STREAM_MESSAGE_TIMEOUT = -117;

  /** The role or the token does not allow it. */
  public static final int ROLE_NOT_AUTHORISED = -119;

  /** The user id does not fit the mode of user ids. */
  public static final int INVALID_USER_ID = -121;

  /** Banned by the server. */
  public static final int BANNED = -123;

  private ErrorCode() {}
}
