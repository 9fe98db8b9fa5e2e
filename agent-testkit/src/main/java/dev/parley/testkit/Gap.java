package dev.parley.testkit;

import java.time.Duration;
import org.apiguardian.api.API;

/**
 * A time for which a connection is lost.
 *
 * @param at when it is cut, counted from the agent's joining
 * @param back after how long it can be had again
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public record Gap(Duration at, Duration back) {
  /** Checks the values. */
  public Gap {
    if (at.isNegative() || back.isNegative()) {
      throw new IllegalArgumentException(
          "a gap is at " + at + " for " + back + "; neither may be negative");
    }
  }

  /** When it is over. */
  public Duration end() {
    return at.plus(back);
  }

  /** Whether the connection is lost at this time. */
  boolean covers(Duration time) {
    return time.compareTo(at) >= 0 && time.compareTo(end()) < 0;
  }
}
