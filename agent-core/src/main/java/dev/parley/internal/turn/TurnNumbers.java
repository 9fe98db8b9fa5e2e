package dev.parley.internal.turn;

/**
 * Numbers the turns of a session, from 1, in the order in which their first words came. On the
 * session loop.
 */
final class TurnNumbers {
  private int latest;

  int next() {
    return ++latest;
  }
}
