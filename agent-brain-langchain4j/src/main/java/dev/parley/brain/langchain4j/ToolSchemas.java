package dev.parley.brain.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.agent.tool.ToolExecutionRequest;
import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.request.json.JsonObjectSchema;
import dev.langchain4j.model.chat.request.json.JsonRawSchema;
import dev.parley.ToolSpec;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Tools' specifications in LangChain4j's form and in the engine's. Thread-safe.
 *
 * <p>Each is translated once, as requests carry the same ones again and again.
 */
final class ToolSchemas {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<ToolSpec, ToolSpecification> known =
      Collections.synchronizedMap(new WeakHashMap<>());

  /** Remembers what LangChain4j made itself. */
  void remember(ModelTool tool) {
    known.put(tool.spec(), tool.specification());
  }

  List<ToolSpecification> forModel(List<ToolSpec> specs) {
    return specs.stream().map(each -> known.computeIfAbsent(each, ToolSchemas::translate)).toList();
  }

  /** The tools that are called in these messages; one that is no longer known by its name alone. */
  List<ToolSpecification> ofCalls(List<ChatMessage> messages) {
    var byName = new HashMap<String, ToolSpecification>();
    synchronized (known) {
      known.values().forEach(each -> byName.put(each.name(), each));
    }
    return messages.stream()
        .filter(AiMessage.class::isInstance)
        .flatMap(each -> ((AiMessage) each).toolExecutionRequests().stream())
        .map(ToolExecutionRequest::name)
        .distinct()
        .map(name -> byName.getOrDefault(name, named(name)))
        .toList();
  }

  private static ToolSpecification named(String name) {
    return ToolSpecification.builder()
        .name(name)
        .parameters(JsonObjectSchema.builder().build())
        .build();
  }

  private static ToolSpecification translate(ToolSpec spec) {
    try {
      JsonNode schema = JSON.readTree(spec.parametersSchema());
      return ToolSpecification.builder()
          .name(spec.name())
          .description(spec.description())
          .parameters(parameters(spec, schema))
          .build();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "the schema of the tool " + spec.name() + " is no JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static JsonObjectSchema parameters(ToolSpec spec, JsonNode schema) {
    try {
      return typed(spec, schema);
    } catch (RuntimeException tooUnusual) { // LangChain4j's types do not know every keyword
      var object = JsonObjectSchema.builder().required(spec.required());
      schema
          .path("properties")
          .properties()
          .forEach(
              each ->
                  object.addProperty(
                      each.getKey(), JsonRawSchema.from(each.getValue().toString())));
      return object.build();
    }
  }

  private static JsonObjectSchema typed(ToolSpec spec, JsonNode schema) {
    ObjectNode whole = JSON.createObjectNode().put("name", spec.name());
    whole.set("parameters", schema);
    JsonObjectSchema parameters = ToolSpecification.fromJson(whole.toString()).parameters();
    return parameters == null ? JsonObjectSchema.builder().build() : parameters;
  }

  /** The parameters of a specification as a JSON schema. */
  static String schema(ToolSpecification specification) {
    try {
      JsonNode parameters = JSON.readTree(specification.toJson()).path("parameters");
      return parameters.isObject()
          ? parameters.toString()
          : "{\"type\":\"object\",\"properties\":{}}";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "LangChain4j wrote no JSON for the tool " + specification.name(), e);
    }
  }

  static List<String> required(ToolSpecification specification) {
    JsonObjectSchema parameters = specification.parameters();
    return parameters == null || parameters.required() == null
        ? List.of()
        : List.copyOf(parameters.required());
  }
}
