package dev.parley.stt.assemblyai;

/** Where a stream stands. */
enum Phase {
  /** A session is being opened; audio is held. */
  CONNECTING,
  /** A session takes audio. */
  READY,
  /** The last session was lost; the next is tried after a wait. Audio is held. */
  WAITING,
  /**
   * The last session was ended because nothing was sent; the next is opened when there is audio.
   */
  DORMANT,
  /** All audio was sent and {@code Terminate} after it; the last results come. */
  DRAINING,
  /** The end was told. */
  CLOSED;

  /** Whether a stream may go from here to there. */
  boolean canBecome(Phase next) {
    return switch (this) {
      case CONNECTING -> next == READY || next == WAITING || next == DORMANT || next == CLOSED;
      case READY -> next != READY && next != CONNECTING;
      case WAITING, DORMANT -> next == CONNECTING || next == CLOSED;
      case DRAINING -> next == WAITING || next == CLOSED;
      case CLOSED -> false;
    };
  }
}
