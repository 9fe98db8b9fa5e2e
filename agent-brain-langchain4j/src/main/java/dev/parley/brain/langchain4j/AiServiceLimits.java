package dev.parley.brain.langchain4j;

import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.Moderate;
import dev.langchain4j.service.tool.ToolService;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Finds what an AI service has and a voice agent cannot use, so that nothing is lost silently. */
final class AiServiceLimits {
  /** Hooks of tools: here the engine runs them, and reports their failures in neutral words. */
  private static final List<String> TOOL_HOOKS =
      List.of(
          "beforeToolExecution",
          "afterToolExecution",
          "argumentsErrorHandler",
          "executionErrorHandler",
          "toolHallucinationStrategy",
          "toolSearchService",
          "onCompensableToolExecution",
          "onToolExecutionError",
          "compensateOnToolErrors");

  private AiServiceLimits() {}

  /** What cannot be used, as the end of a sentence about the service, or null. */
  static @Nullable String of(AiServiceContext context, Method method)
      throws ReflectiveOperationException {
    AiServiceContext fresh = AiServiceContext.create(context.aiServiceClass);
    if (!isSame(context.chatRequestTransformer, fresh.chatRequestTransformer)) {
      return "has a chatRequestTransformer, which a voice agent's requests do not pass";
    }
    if (!isSame(context.userMessageProvider, fresh.userMessageProvider)) {
      return "has a user message of its own, which spoken turns have not";
    }
    if (method.isAnnotationPresent(Moderate.class)) {
      return "has @Moderate, which no answer here waits for; an input guardrail can ask the moderation model";
    }
    for (String name : TOOL_HOOKS) {
      Field hook = ToolService.class.getDeclaredField(name);
      hook.setAccessible(true);
      if (!isSame(hook.get(context.toolService), hook.get(fresh.toolService))) {
        return "has the setting " + name + " for tools, which are run by the engine here";
      }
    }
    return null;
  }

  /** Whether it is the default: the same object, or made of the same lambda. */
  private static boolean isSame(@Nullable Object own, @Nullable Object fresh) {
    return Objects.equals(own, fresh)
        || (own != null
            && fresh != null
            && own.getClass().isHidden()
            && own.getClass() == fresh.getClass());
  }
}
