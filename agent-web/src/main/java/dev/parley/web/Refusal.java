package dev.parley.web;

/**
 * Why the server ends a connection: the WebSocket close code, 4000 and up as the protocol leaves to
 * applications. The page comes back by itself after those that may pass.
 */
enum Refusal {
  /** Too many messages that make no sense. */
  NONSENSE(4000),
  /** The link lacks the token, or has a wrong one. */
  TOKEN(4001),
  /** The session is over. */
  ROOM_CLOSED(4002),
  /** No agent came into the room. */
  NO_AGENT(4004),
  /** Nothing was heard from the page in time. */
  SILENT(4008),
  /** The same participant has come back by another connection. */
  TAKEN_OVER(4009),
  /** The server or the room is full. */
  FULL(4029);

  private final int code;

  Refusal(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}
