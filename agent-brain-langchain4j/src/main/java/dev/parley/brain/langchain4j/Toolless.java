package dev.parley.brain.langchain4j;

import dev.langchain4j.agent.tool.ToolSpecification;
import dev.langchain4j.model.chat.request.ChatRequestParameters;
import dev.langchain4j.model.chat.request.DefaultChatRequestParameters;
import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import java.util.List;

/** Parameters of requests that offer no tools: OpenAI refuses those that choose among none. */
final class Toolless {
  private Toolless() {}

  static ChatRequestParameters parameters(ChatRequestParameters own) {
    List<ToolSpecification> tools = own.toolSpecifications();
    if (tools != null && !tools.isEmpty()) {
      return own;
    }
    if (own instanceof OpenAiChatRequestParameters) {
      return OpenAiChatRequestParameters.builder()
          .overrideWith(own)
          .toolChoice(null)
          .parallelToolCalls(null)
          .build();
    }
    return own.getClass() == DefaultChatRequestParameters.class
        ? ChatRequestParameters.builder().overrideWith(own).toolChoice(null).build()
        : own;
  }
}
