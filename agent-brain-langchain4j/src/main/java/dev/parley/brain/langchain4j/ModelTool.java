package dev.parley.brain.langchain4j;

import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.exception.ToolArgumentsException;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.invocation.InvocationParameters;
import dev.langchain4j.service.tool.ToolExecutionResult;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.parley.Tool;
import dev.parley.ToolCall;
import dev.parley.ToolInvocation;
import dev.parley.ToolSpec;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * A tool of LangChain4j that the engine runs. Its work may block; a call that is called off is
 * interrupted.
 */
final class ModelTool extends Tool {
  private final ToolSpecification specification;
  private final ToolExecutor executor;
  private final ToolSpec spec;

  ModelTool(ToolSpecification specification, ToolExecutor executor, ToolSpec spec) {
    this.specification = specification;
    this.executor = executor;
    this.spec = spec;
  }

  @Override
  public ToolSpec spec() {
    return spec;
  }

  /** The specification as LangChain4j made it. */
  ToolSpecification specification() {
    return specification;
  }

  @Override
  public CompletionStage<String> start(ToolInvocation invocation) {
    var work = new InterruptibleWork<>(() -> run(invocation));
    invocation.context().blocking().execute(work);
    return work;
  }

  private String run(ToolInvocation invocation) {
    try {
      ToolExecutionResult result =
          executor.executeWithContext(request(invocation.call()), context(invocation));
      if (result.isError()) {
        throw new IllegalStateException("the tool " + spec.name() + " told of an error");
      }
      String text = result.resultText();
      return text == null ? "" : text;
    } catch (ToolArgumentsException wrong) { // the model can do better, if it is told how
      String why = String.valueOf(wrong.getMessage());
      // What follows the first line is the parser's own affair.
      return spec.name() + " needs valid arguments: " + why.lines().findFirst().orElse("");
    }
  }

  private static ToolExecutionRequest request(ToolCall call) {
    return ToolExecutionRequest.builder()
        .id(call.id())
        .name(call.tool())
        .arguments(LenientJson.valid(call))
        .build();
  }

  private static InvocationContext context(ToolInvocation invocation) {
    CallerContext caller = CallerContext.of(invocation);
    return Invocations.builder(caller.sessionId(), invocation.context().clock().instant())
        .invocationParameters(InvocationParameters.from(parameters(caller)))
        .managedParameters(Map.of(CallerContext.class, caller))
        .build();
  }

  private static Map<String, Object> parameters(CallerContext caller) {
    var parameters = new HashMap<String, Object>();
    parameters.put("sessionId", caller.sessionId());
    parameters.put("turn", caller.turn());
    parameters.put("idempotencyKey", caller.idempotencyKey());
    if (caller.participant() != null) {
      parameters.put("participant", caller.participant());
    }
    return parameters;
  }
}
