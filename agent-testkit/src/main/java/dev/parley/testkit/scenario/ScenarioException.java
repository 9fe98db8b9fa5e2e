package dev.parley.testkit.scenario;

import org.apiguardian.api.API;

/**
 * A scenario file that cannot be read: the message names file, line and key, the value, and what it
 * must be.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class ScenarioException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  ScenarioException(String message) {
    super(message);
  }

  ScenarioException(String message, Throwable cause) {
    super(message, cause);
  }
}
