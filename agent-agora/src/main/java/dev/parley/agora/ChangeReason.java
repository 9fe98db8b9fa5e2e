package dev.parley.agora;

import dev.parley.AgentException;
import dev.parley.ErrorKind;

/**
 * Why a connection changed its state, by the number that the SDK gives; the numbers are those of
 * the whole family of Agora's SDKs.
 */
enum ChangeReason {
  INTERRUPTED(2, true, ErrorKind.NETWORK, "the network was interrupted"),
  BANNED(3, false, ErrorKind.BAD_REQUEST, "the server has banned the agent from the channel"),
  GAVE_UP(4, true, ErrorKind.NETWORK, "the channel could not be joined"),
  LEFT(5, true, ErrorKind.NETWORK, "the connection has left the channel"),
  BAD_APP_ID(
      6, false, ErrorKind.AUTHENTICATION, "Agora does not know the app id; check AGORA_APP_ID"),
  BAD_CHANNEL(7, false, ErrorKind.BAD_REQUEST, "Agora refuses the channel's name"),
  BAD_TOKEN(
      8,
      false,
      ErrorKind.AUTHENTICATION,
      "Agora refuses the token; check that AGORA_APP_CERT belongs to AGORA_APP_ID, or that the"
          + " token is for this channel and uid"),
  TOKEN_EXPIRED(9, true, ErrorKind.AUTHENTICATION, "the token has expired"),
  REJECTED(10, false, ErrorKind.BAD_REQUEST, "the server has rejected the agent"),
  KEEP_ALIVE(14, true, ErrorKind.NETWORK, "the server is not heard any more"),
  CONNECTION_LOST(16, true, ErrorKind.NETWORK, "the connection is lost"),
  SAME_UID(
      19,
      false,
      ErrorKind.BAD_REQUEST,
      "somebody else has joined with the agent's uid; give every agent a uid of its own"),
  TOO_MANY_BROADCASTERS(20, false, ErrorKind.QUOTA, "the channel has too many broadcasters"),
  NO_LICENCE(21, false, ErrorKind.QUOTA, "the licence was refused"),
  NO_CERTIFICATE(22, false, ErrorKind.NETWORK, "the server's certificate was refused"),
  NO_ANSWER(-1, true, ErrorKind.TIMEOUT, "Agora did not answer in time"),
  TOKEN_NOT_RENEWED(-2, true, ErrorKind.AUTHENTICATION, "the token could not be renewed"),
  UNKNOWN(-3, true, ErrorKind.NETWORK, "the connection ended for an unknown reason");

  /** The token was renewed: nothing else has changed. */
  static final int RENEWED = 12;

  private final int number;
  private final boolean worthAnotherTry;
  private final ErrorKind kind;
  private final String sentence;

  ChangeReason(int number, boolean worthAnotherTry, ErrorKind kind, String sentence) {
    this.number = number;
    this.worthAnotherTry = worthAnotherTry;
    this.kind = kind;
    this.sentence = sentence;
  }

  static ChangeReason of(int number) {
    for (ChangeReason each : values()) {
      if (each.number == number) {
        return each;
      }
    }
    return UNKNOWN;
  }

  /** Whether a new connection may succeed. */
  boolean isWorthAnotherTry() {
    return worthAnotherTry;
  }

  String sentence() {
    return sentence;
  }

  AgentException exception(String channel) {
    return new AgentException(kind, "Agora channel '" + channel + "': " + sentence);
  }
}
