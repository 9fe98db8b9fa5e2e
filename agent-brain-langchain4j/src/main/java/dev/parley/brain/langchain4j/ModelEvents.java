package dev.parley.brain.langchain4j;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialResponse;
import dev.langchain4j.model.chat.response.PartialResponseContext;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.PartialThinkingContext;
import dev.langchain4j.model.chat.response.PartialToolCall;
import dev.langchain4j.model.chat.response.PartialToolCallContext;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/** What LangChain4j tells of a running call, in the words of {@link Answer}. */
final class ModelEvents implements StreamingChatResponseHandler {
  private final Answer answer;
  private final RunningCall call;

  ModelEvents(Answer answer, RunningCall call) {
    this.answer = answer;
    this.call = call;
  }

  @Override
  public void onPartialResponse(String text) {
    answer.text(text);
  }

  @Override
  public void onPartialResponse(PartialResponse response, PartialResponseContext context) {
    call.handle(context.streamingHandle());
    answer.text(response.text());
  }

  @Override
  public void onPartialThinking(PartialThinking thinking) {
    answer.sign();
  }

  @Override
  public void onPartialThinking(PartialThinking thinking, PartialThinkingContext context) {
    call.handle(context.streamingHandle());
    answer.sign();
  }

  @Override
  public void onPartialToolCall(PartialToolCall part) {
    answer.sign();
  }

  @Override
  public void onPartialToolCall(PartialToolCall part, PartialToolCallContext context) {
    call.handle(context.streamingHandle());
    answer.sign();
  }

  @Override
  public void onCompleteResponse(ChatResponse response) {
    answer.complete(response);
  }

  @Override
  public void onError(Throwable failure) {
    answer.failed(failure);
  }
}
