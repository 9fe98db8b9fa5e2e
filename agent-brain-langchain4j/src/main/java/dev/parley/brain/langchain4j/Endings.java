package dev.parley.brain.langchain4j;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.openai.OpenAiChatResponseMetadata;
import dev.langchain4j.model.output.FinishReason;
import dev.parley.AgentException;
import dev.parley.ErrorKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the end of an answer is worth: LangChain4j completes those that are cut like any other. */
final class Endings {
  private Endings() {}

  /**
   * Tells why an answer is none, or null: it is one.
   *
   * @param worded whether the model has written any words so far
   */
  static @Nullable AgentException failure(ChatResponse response, boolean worded) {
    FinishReason reason = response.finishReason();
    if (reason == null && response.metadata() instanceof OpenAiChatResponseMetadata) {
      return new AgentException(
          ErrorKind.NETWORK, "the model's stream ended before its answer was complete");
    }
    String text = response.aiMessage().text();
    boolean begun = worded || (text != null && !text.isBlank());
    boolean calls = response.aiMessage().hasToolExecutionRequests();
    if (isCut(response) && !begun) {
      return calls
          ? cutCalls(response)
          : new AgentException(
              ErrorKind.BAD_REQUEST, "the model answered nothing: " + reason + advice());
    }
    return begun || calls
        ? null
        : new AgentException(
            ErrorKind.PROTOCOL, "the model answered nothing: neither a text nor a call of a tool");
  }

  /** Tells that tools were not called because the answer that called them was cut off. */
  static AgentException cutCalls(ChatResponse response) {
    return new AgentException(
        ErrorKind.BAD_REQUEST,
        "the model's answer was cut off ("
            + response.finishReason()
            + "), so none of the tools runs that it called"
            + advice());
  }

  /** Whether a message has calls alone. */
  static boolean isMute(AiMessage message) {
    String text = message.text();
    return message.hasToolExecutionRequests() && (text == null || text.isBlank());
  }

  /** Tells that nothing but calls came where tools have run often enough. */
  static AgentException uselessCalls() {
    return new AgentException(
        ErrorKind.PROTOCOL,
        "the model answered nothing but calls of tools though none are offered any more");
  }

  private static String advice() {
    return "; raise its limit of output tokens, or change its filter";
  }

  /** The same response, or one without calls when the model may have meant more by them. */
  static ChatResponse withoutCutCalls(ChatResponse response) {
    AiMessage message = response.aiMessage();
    return hasCutCalls(response)
        ? response.toBuilder()
            .aiMessage(message.toBuilder().toolExecutionRequests(List.of()).build())
            .build()
        : response;
  }

  static boolean hasCutCalls(ChatResponse response) {
    return isCut(response) && response.aiMessage().hasToolExecutionRequests();
  }

  private static boolean isCut(ChatResponse response) {
    FinishReason reason = response.finishReason();
    return reason == FinishReason.LENGTH || reason == FinishReason.CONTENT_FILTER;
  }
}
