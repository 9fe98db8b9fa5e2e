package dev.parley.testkit.scenario;

import dev.parley.VoiceAgent;
import org.apiguardian.api.API;

/** Leaves an agent as its file describes it. */
@API(status = API.Status.INTERNAL, since = "0.1")
public final class AgentAsWritten implements ScenarioAgent {
  /** For {@link ScenarioTest}. */
  public AgentAsWritten() {}

  @Override
  public VoiceAgent.Builder change(VoiceAgent.Builder agent) {
    return agent;
  }
}
