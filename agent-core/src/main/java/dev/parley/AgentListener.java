package dev.parley;

import org.apiguardian.api.API;

/**
 * Hears the events of a session, in order, on the session loop; must not block.
 *
 * <p>What it throws is reported as an {@link SessionEvent.Failure} and the session lives on.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface AgentListener {
  /** Something happened. */
  void onEvent(AgentEvent event);
}
