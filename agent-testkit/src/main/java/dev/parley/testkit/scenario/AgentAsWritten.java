package dev.parley.testkit.scenario;

import dev.parley.VoiceAgent;

/** Leaves an agent as its file describes it. */
final class AgentAsWritten implements ScenarioAgent {
  AgentAsWritten() {}

  @Override
  public VoiceAgent.Builder change(VoiceAgent.Builder agent) {
    return agent;
  }
}
