package dev.parley.brain.langchain4j;

import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.parley.spi.PluginContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What LangChain4j's parts are told about the call they serve. */
final class Invocations {
  private Invocations() {}

  /** For a request of a session, whose id stands for the chat memory's. */
  static InvocationContext of(PluginContext context) {
    return builder(context.sessionId(), context.clock().instant()).build();
  }

  /** For what happens before any session. */
  static InvocationContext outsideOfSessions() {
    return builder("default", Instant.EPOCH).build();
  }

  static InvocationContext.Builder builder(Object memoryId, Instant now) {
    return InvocationContext.builder()
        .invocationId(UUID.randomUUID())
        .interfaceName(LangChain4jBrain.class.getName())
        .methodName("open")
        .methodArguments(List.of())
        .chatMemoryId(memoryId)
        .invocationParameters(InvocationParameters.from(Map.of("sessionId", memoryId)))
        .timestamp(now);
  }
}
