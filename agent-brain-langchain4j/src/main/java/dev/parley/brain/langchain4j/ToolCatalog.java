package dev.parley.brain.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.agent.tool.ToolSpecifications;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.service.tool.DefaultToolExecutor;
import dev.langchain4j.service.tool.ToolExecutor;
import dev.langchain4j.service.tool.ToolProvider;
import dev.langchain4j.service.tool.ToolProviderRequest;
import dev.parley.ToolSpec;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tools that a brain is given, until it is built. Not thread-safe. */
final class ToolCatalog {
  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final List<ToolProvider> providers = new ArrayList<>();
  private final Set<String> toConfirm = new HashSet<>();
  private Duration deadline = Duration.ofSeconds(30);

  private record Entry(ToolSpecification specification, ToolExecutor executor) {}

  void deadline(Duration deadline) {
    this.deadline = deadline;
  }

  void confirm(List<String> names) {
    toConfirm.addAll(names);
  }

  /** Adds the methods of an object that are annotated with {@code @Tool}. */
  void addObject(Object object) {
    Set<String> seen = new HashSet<>();
    for (Class<?> type = object.getClass(); type != null; type = type.getSuperclass()) {
      for (Method method : type.getDeclaredMethods()) {
        if (method.isAnnotationPresent(dev.langchain4j.agent.tool.Tool.class)
            && !method.isBridge()
            && seen.add(signature(method))) {
          add(ToolSpecifications.toolSpecificationFrom(method), executor(object, method));
        }
      }
    }
    if (seen.isEmpty()) {
      throw new IllegalArgumentException(
          object.getClass().getName()
              + " has no method annotated with dev.langchain4j.agent.tool.Tool; annotate one, or give a specification and an executor");
    }
  }

  /** What a method has in common with those that it overrides. */
  private static String signature(Method method) {
    return method.getName() + Arrays.toString(method.getParameterTypes());
  }

  private static ToolExecutor executor(Object object, Method method) {
    return DefaultToolExecutor.builder()
        .object(object)
        .originalMethod(method)
        .methodToInvoke(method)
        .wrapToolArgumentsExceptions(true)
        .propagateToolExecutionExceptions(true)
        .build();
  }

  /** Adds a tool; a second one of its name is refused. */
  void add(ToolSpecification specification, ToolExecutor executor) {
    var entry = new Entry(specification, executor);
    if (entries.putIfAbsent(specification.name(), entry) != null) {
      throw new IllegalArgumentException(
          "there are two tools called '" + specification.name() + "'; rename one");
    }
  }

  void addProvider(ToolProvider provider) {
    providers.add(provider);
  }

  /** Builds them all; asks the providers for theirs, which may block. */
  List<ModelTool> build() {
    providers.forEach(this::addProvided);
    toConfirm.forEach(this::checkKnown);
    return entries.values().stream().map(this::build).toList();
  }

  private void addProvided(ToolProvider provider) {
    var request =
        ToolProviderRequest.builder()
            .invocationContext(Invocations.outsideOfSessions())
            .userMessage(UserMessage.from("Which tools are there?"))
            .messages(List.of())
            .build();
    provider
        .provideTools(request)
        .aiServiceTools()
        .forEach(each -> add(each.toolSpecification(), each.toolExecutor()));
  }

  private void checkKnown(String name) {
    if (!entries.containsKey(name)) {
      throw new IllegalArgumentException(
          "there is no tool '" + name + "' to be confirmed; there are " + entries.keySet());
    }
  }

  private ModelTool build(Entry entry) {
    ToolSpecification specification = entry.specification();
    String description = specification.description();
    ToolSpec spec =
        ToolSpec.builder(specification.name())
            .description(description == null ? "" : description)
            .parametersSchema(ToolSchemas.schema(specification))
            .required(ToolSchemas.required(specification))
            .deadline(deadline)
            .confirm(toConfirm.contains(specification.name()))
            .build();
    return new ModelTool(specification, entry.executor(), spec);
  }
}
