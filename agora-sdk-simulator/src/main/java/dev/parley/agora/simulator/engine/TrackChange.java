package dev.parley.agora.simulator.engine;

/**
 * What happened to the audio track of a remote user, as {@code onUserAudioTrackStateChanged} says.
 */
enum TrackChange {
  /** The user publishes for the first time: starting. */
  STARTED(1, 0),
  /** The user's first frame is heard: decoding. */
  HEARD(2, 0),
  /** The user muted, or took the track away: stopped. */
  MUTED(0, 5),
  /** The user is not muted any more: decoding. */
  UNMUTED(2, 6),
  /** The user is gone: stopped. */
  GONE(0, 7);

  private final int state;
  private final int reason;

  TrackChange(int state, int reason) {
    this.state = state;
    this.reason = reason;
  }

  int state() {
    return state;
  }

  int reason() {
    return reason;
  }
}
