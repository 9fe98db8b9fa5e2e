package dev.parley.brain.langchain4j;

import dev.langchain4j.guardrail.InputGuardrail;
import dev.langchain4j.guardrail.InputGuardrailException;
import dev.langchain4j.guardrail.InputGuardrailRequest;
import dev.langchain4j.guardrail.InputGuardrailResult;
import dev.langchain4j.guardrail.OutputGuardrail;
import dev.langchain4j.guardrail.OutputGuardrailException;
import dev.langchain4j.guardrail.OutputGuardrailRequest;
import dev.langchain4j.guardrail.OutputGuardrailResult;
import dev.langchain4j.invocation.InvocationContext;
import dev.langchain4j.model.input.PromptTemplate;
import dev.langchain4j.service.AiServiceContext;
import dev.langchain4j.service.AiServices;
import dev.langchain4j.service.SystemMessage;
import dev.langchain4j.service.TokenStream;
import dev.langchain4j.service.UserMessage;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolService;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.spi.ReplyRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an AI service is made of. Called as a whole it would remember what it wrote, not what was
 * heard, and would run tools for turns that are not over; so it is taken apart.
 *
 * <p>LangChain4j has no public way to its services' parts: a test tells when a new version has
 * moved them.
 */
final class AiServiceParts {
  private final AiServiceContext context;
  private final Method method;

  private AiServiceParts(AiServiceContext context, Method method) {
    this.context = context;
    this.method = method;
  }

  static AiServiceParts of(Object assistant) {
    if (!Proxy.isProxyClass(assistant.getClass())) {
      throw refused(assistant, "was not made by LangChain4j's AiServices");
    }
    AiServiceContext context = context(assistant, Proxy.getInvocationHandler(assistant));
    Method method = method(assistant, context.aiServiceClass);
    String unusable = unusable(context, method);
    if (unusable != null) {
      throw refused(assistant, unusable);
    }
    return new AiServiceParts(context, method);
  }

  private static @Nullable String unusable(AiServiceContext context, Method method) {
    try {
      return AiServiceLimits.of(context, method);
    } catch (ReflectiveOperationException | RuntimeException moved) {
      throw moved(moved);
    }
  }

  private static IllegalArgumentException moved(Exception why) {
    return new IllegalArgumentException(
        "the parts of this version's AI services cannot be reached; use LangChain4jBrain.builder()",
        why);
  }

  private static IllegalArgumentException refused(Object assistant, String why) {
    return new IllegalArgumentException(
        assistant.getClass().getName()
            + " "
            + why
            + "; use LangChain4jBrain.builder() with the model and the tools that it was made of");
  }

  private static AiServiceContext context(Object assistant, InvocationHandler handler) {
    try {
      for (Field field : handler.getClass().getDeclaredFields()) {
        if (AiServices.class.isAssignableFrom(field.getType())) {
          field.setAccessible(true);
          Field context = AiServices.class.getDeclaredField("context");
          context.setAccessible(true);
          return (AiServiceContext) context.get(field.get(handler));
        }
      }
    } catch (ReflectiveOperationException | RuntimeException moved) {
      throw moved(moved);
    }
    throw refused(assistant, "was not made by LangChain4j's AiServices");
  }

  private static Method method(Object assistant, Class<?> service) {
    List<Method> streaming =
        Arrays.stream(service.getMethods())
            .filter(each -> TokenStream.class.isAssignableFrom(each.getReturnType()))
            .toList();
    if (streaming.size() != 1) {
      throw refused(
          assistant, "has " + streaming.size() + " methods that return TokenStream, one is needed");
    }
    Method method = streaming.get(0);
    UserMessage template = method.getAnnotation(UserMessage.class);
    if (template != null && !String.join("", template.value()).isBlank()) {
      throw refused(assistant, "has a template as user message, which spoken turns have not");
    }
    return method;
  }

  LangChain4jBrainBuilder fill(LangChain4jBrainBuilder builder) {
    if (context.streamingChatModel == null) {
      throw new IllegalArgumentException(
          "the AI service has no streaming chat model; give it one with streamingChatModel(...)");
    }
    checkTemplate();
    builder.model(context.streamingChatModel).systemMessage(this::systemMessage);
    addTools(builder, context.toolService);
    if (context.retrievalAugmentor != null) {
      builder.retrieval(context.retrievalAugmentor);
    }
    if (context.guardrailService().hasInputGuardrails(method)) {
      builder.inputGuardrails(new ServiceInputGuardrails());
    }
    if (context.guardrailService().hasOutputGuardrails(method)) {
      builder.outputGuardrails(new ServiceOutputGuardrails());
    }
    return builder;
  }

  private static void addTools(LangChain4jBrainBuilder builder, ToolService tools) {
    tools.toolSpecifications().forEach(each -> builder.tool(each, executor(tools, each.name())));
    tools.toolProviders().forEach(builder::toolProvider);
  }

  private static ToolExecutor executor(ToolService tools, String name) {
    return Objects.requireNonNull(tools.toolExecutors().get(name), name);
  }

  private @Nullable SystemMessage annotation() {
    SystemMessage onMethod = method.getAnnotation(SystemMessage.class);
    return onMethod == null ? context.aiServiceClass.getAnnotation(SystemMessage.class) : onMethod;
  }

  private void checkTemplate() {
    SystemMessage annotation = annotation();
    if (annotation != null) {
      try {
        filled(text(annotation));
      } catch (IllegalArgumentException missing) {
        throw new IllegalArgumentException(cannotBeMade(missing.getMessage()), missing);
      }
    }
  }

  private String cannotBeMade(@Nullable String why) {
    return "the system message of %s cannot be made: %s; only {{current_date}}, {{current_time}} and {{current_date_time}} have values here"
        .formatted(context.aiServiceClass.getName(), why);
  }

  private String systemMessage(ReplyRequest request) {
    InvocationContext invocation = Invocations.of(request.context());
    Optional<String> own = template(invocation).map(this::filledLater);
    var transformer = context.systemMessageTransformer;
    if (transformer == null) {
      return own.orElse("");
    }
    return ApplicationCode.call(
        "the system message transformer",
        transformer,
        () -> Objects.requireNonNullElse(transformer.apply(own.orElse(null), invocation), ""));
  }

  private Optional<String> template(InvocationContext invocation) {
    SystemMessage annotation = annotation();
    if (annotation != null) {
      return Optional.of(text(annotation));
    }
    var withContext = context.systemMessageProviderWithContext;
    if (withContext != null) {
      return ApplicationCode.call(
          "the system message provider",
          withContext,
          () -> Optional.ofNullable(withContext.apply(invocation)));
    }
    var provider = context.systemMessageProvider;
    return provider == null
        ? Optional.empty()
        : ApplicationCode.call(
            "the system message provider",
            provider,
            () -> provider.apply(invocation.chatMemoryId()));
  }

  /** The template of a provider, which is known only when a request is made. */
  private String filledLater(String template) {
    try {
      return filled(template);
    } catch (IllegalArgumentException missing) {
      throw new AgentException(
          ErrorKind.INTERNAL, cannotBeMade("a variable of its template has no value"));
    }
  }

  /** With values for variables, as LangChain4j itself does. */
  private static String filled(String template) {
    return template.contains("{{")
        ? PromptTemplate.from(template).apply(Map.of()).text()
        : template;
  }

  private String text(SystemMessage annotation) {
    return annotation.fromResource().isEmpty()
        ? String.join(annotation.delimiter(), annotation.value())
        : resource(annotation.fromResource());
  }

  private String resource(String name) {
    try (InputStream found = find(name)) {
      if (found == null) {
        throw new IllegalArgumentException(
            "the system message's resource " + name + " is not on the class path");
      }
      return new String(found.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalArgumentException("the system message's resource " + name + " is broken", e);
    }
  }

  private @Nullable InputStream find(String name) {
    Class<?> service = context.aiServiceClass;
    InputStream beside = service.getResourceAsStream(name);
    return beside == null ? service.getResourceAsStream("/" + name) : beside;
  }

  private final class ServiceInputGuardrails implements InputGuardrail {
    @Override
    public InputGuardrailResult validate(InputGuardrailRequest request) {
      try {
        return context.guardrailService().executeInputGuardrails(method, request);
      } catch (InputGuardrailException refused) {
        return fatal("refused", refused);
      }
    }
  }

  private final class ServiceOutputGuardrails implements OutputGuardrail {
    @Override
    public OutputGuardrailResult validate(OutputGuardrailRequest request) {
      try {
        return context.guardrailService().executeOutputGuardrails(method, request);
      } catch (OutputGuardrailException refused) {
        return fatal("refused", refused);
      } catch (OutputScreen.WantsAnother again) {
        String words = again.reprompt();
        return words == null ? retry("refused") : reprompt("refused", words);
      }
    }
  }
}
