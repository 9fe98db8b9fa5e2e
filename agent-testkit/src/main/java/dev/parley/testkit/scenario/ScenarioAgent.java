package dev.parley.testkit.scenario;

import dev.parley.VoiceAgent;
import org.apiguardian.api.API;

/**
 * Changes the agents of scenarios before they start: an application's own tools, instructions,
 * listeners, policies. Has a constructor without parameters.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
@FunctionalInterface
public interface ScenarioAgent {
  /** Changes an agent and returns it. */
  VoiceAgent.Builder change(VoiceAgent.Builder agent);
}
