package dev.parley.brain.langchain4j;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.openai.OpenAiChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.ConversationItem;
import dev.parley.ConversationItem.UserTurn;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.ReplyRequest;
import dev.parley.testkit.RecordingReplyListener;
import dev.parley.testkit.TestContexts;
import dev.parley.testkit.openai.ScriptedOpenAi;
import java.time.Duration;
import java.util.List;

/** Models that talk to scripted servers, and requests to ask them. */
final class Models {
  private static final Duration PATIENT = Duration.ofSeconds(60);

  private Models() {}

  static OpenAiStreamingChatModel streaming(ScriptedOpenAi server) {
    return streaming(server.url());
  }

  static OpenAiStreamingChatModel streaming(String url) {
    return OpenAiStreamingChatModel.builder()
        .httpClientBuilder(LangChain4jBrain.httpClient())
        .baseUrl(url)
        .apiKey("test")
        .modelName("test-model")
        .build();
  }

  /** With the HTTP client that LangChain4j chooses itself. */
  static StreamingChatModel plain(ScriptedOpenAi server) {
    return OpenAiStreamingChatModel.builder()
        .baseUrl(server.url())
        .apiKey("test")
        .modelName("test-model")
        .build();
  }

  static OpenAiChatModel blocking(ScriptedOpenAi server) {
    return OpenAiChatModel.builder()
        .httpClientBuilder(LangChain4jBrain.httpClient())
        .baseUrl(server.url())
        .apiKey("test")
        .modelName("test-model")
        .build();
  }

  /** A brain that waits longer than any machine is late; tests of its time limits set their own. */
  static LangChain4jBrainBuilder brain(ScriptedOpenAi server) {
    return LangChain4jBrain.builder().model(streaming(server)).timeouts(PATIENT, PATIENT);
  }

  static UserTurn said(String text) {
    return new UserTurn("ann", "Ann", text);
  }

  static ReplyRequest.Builder request(ConversationItem... conversation) {
    return request(TestContexts.realTime(), conversation);
  }

  static ReplyRequest.Builder request(PluginContext context, ConversationItem... conversation) {
    return ReplyRequest.builder(context)
        .instructions("You are kind.")
        .participants(List.of(new Participant("ann", "Ann")))
        .conversation(List.of(conversation));
  }

  /** Asks and waits for the end. */
  static RecordingReplyListener ask(LangChain4jBrain brain, ReplyRequest request) {
    var heard = new RecordingReplyListener();
    brain.open(request, heard);
    heard.log().awaitClosed();
    return heard;
  }
}
