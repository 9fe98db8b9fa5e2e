package dev.parley.brain.langchain4j;

import dev.langchain4j.model.chat.ChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import dev.parley.AgentException;
import dev.parley.ErrorKind;

/** How a model is called, whether or not it streams. May block; thread-safe. */
@FunctionalInterface
interface ModelCalls {
  void call(ChatRequest request, StreamingChatResponseHandler handler);

  /** A model that answers in one piece: heard when all of it is there. */
  static ModelCalls blocking(ChatModel model) {
    return (request, handler) -> {
      var work = new InterruptibleWork<ChatResponse>(() -> model.chat(request));
      RunningCall.ofThisThread(() -> work.cancel(true));
      work.run();
      var unused =
          work.whenComplete(
              (response, failure) -> {
                if (failure == null && response == null) {
                  handler.onError(
                      new AgentException(
                          ErrorKind.PROTOCOL, "the model returned null instead of an answer"));
                } else if (failure == null) {
                  tell(response, handler);
                } else {
                  handler.onError(failure);
                }
              });
    };
  }

  private static void tell(ChatResponse response, StreamingChatResponseHandler handler) {
    String text = response.aiMessage().text();
    if (text != null && !text.isEmpty()) {
      handler.onPartialResponse(text);
    }
    handler.onCompleteResponse(response);
  }
}
