package dev.parley.benchmarks.jmh;

import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.AgentRuntime;
import dev.parley.ConversationItem;
import dev.parley.brain.langchain4j.LangChain4jBrain;
import dev.parley.spi.Brain;
import dev.parley.spi.CloseReason;
import dev.parley.spi.PluginContext;
import dev.parley.spi.ReplyListener;
import dev.parley.spi.ReplyRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A brain and the server that it asks. */
final class BrainConversation implements AutoCloseable {
  private static final byte[] TOKEN =
      event("{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"}}]}");
  private static final byte[] LAST =
      event("{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
  private static final byte[] DONE = event("[DONE]");

  private static byte[] event(String data) {
    return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  private final AnswerServer server;
  private final Brain brain;
  private final AgentRuntime runtime = AgentRuntime.builder().build();
  private final ReplyRequest request;
  private final Rounds texts = new Rounds("text");
  private final Rounds ends = new Rounds("the end");

  /** Starts the server. */
  BrainConversation() {
    try {
      server = new AnswerServer("text/event-stream");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    brain =
        LangChain4jBrain.builder()
            .model(
                OpenAiStreamingChatModel.builder()
                    .httpClientBuilder(LangChain4jBrain.httpClient())
                    .baseUrl(server.url())
                    .apiKey("none")
                    .modelName("fake")
                    .build())
            .build();
    request =
        ReplyRequest.builder(new PluginContext("jmh", runtime.clock(), runtime.blocking()))
            .conversation(
                List.of(new ConversationItem.UserTurn("caller", "caller", "Is there a table?")))
            .build();
  }

  /** Asks, and waits until the question has come to the server. */
  void ask() {
    brain.open(
        request,
        new ReplyListener() {
          @Override
          public void onText(String text) {
            texts.happened();
          }

          @Override
          public void onClosed(CloseReason reason) {
            ends.happened();
          }
        });
    server.awaitRequest();
  }

  /** Lets the answer begin. */
  void begin() {
    server.begin();
  }

  /** Lets the server send a token, and waits for its text. */
  void token() {
    server.write(TOKEN);
    texts.await();
  }

  /** Lets the answer end. */
  void end() {
    server.write(LAST);
    server.write(DONE);
    server.end();
    ends.await();
    texts.reset();
  }

  @Override
  public void close() throws IOException {
    server.close();
    brain.close();
    runtime.close();
  }
}
