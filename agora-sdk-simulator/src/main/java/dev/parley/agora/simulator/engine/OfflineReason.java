package dev.parley.agora.simulator.engine;

/** Why a user is no longer there, with the numbers that {@code onUserLeft} carries. */
enum OfflineReason {
  /** The user left. */
  QUIT(0),
  /** The user's network was lost too long. */
  DROPPED(1),
  /** The user became audience, which others do not see. */
  BECAME_AUDIENCE(2);

  private final int number;

  OfflineReason(int number) {
    this.number = number;
  }

  int number() {
    return number;
  }
}
