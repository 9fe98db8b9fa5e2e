package dev.parley.agora.simulator.strict;

import java.time.Duration;

/**
 * One call of a callback.
 *
 * @param callback the name of the callback, such as {@code onUserJoined}
 * @param owner the connection or processor that called, such as {@code AgoraRtcConn#3}
 * @param nth which call of this callback it was since the start, from 1; the first ones load
 *     classes
 * @param held real time from entry to return, which grows when the machine is busy elsewhere
 * @param cpu processor time used by the callback
 * @param waited how long the thread was parked, asleep or at a lock, in whole milliseconds
 */
public record CallbackHold(
    String callback, String owner, long nth, Duration held, Duration cpu, Duration waited) {
  /** Returns the time that the callback itself is to blame for: working and waiting. */
  public Duration used() {
    return cpu.plus(waited);
  }
}
