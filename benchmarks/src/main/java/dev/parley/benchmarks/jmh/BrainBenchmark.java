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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The brain's share of an answer, loopback and the change of threads included. */
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class BrainBenchmark {
  private static final byte[] TOKEN =
      event("{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\" word\"}}]}");
  private static final byte[] LAST =
      event("{\"id\":\"1\",\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}");
  private static final byte[] DONE = event("[DONE]");

  private static byte[] event(String data) {
    return ("data: " + data + "\n\n").getBytes(StandardCharsets.UTF_8);
  }

  /** A brain and the server that it asks. */
  @State(Scope.Thread)
  public static class Conversation {
    private final AnswerServer server;
    private final Brain brain;
    private final AgentRuntime runtime = AgentRuntime.builder().build();
    private final ReplyRequest request;
    private final Rounds texts = new Rounds("text");
    private final Rounds ends = new Rounds("the end");

    /** Starts the server. */
    public Conversation() {
      try {
        server = new AnswerServer("text/event-stream");
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
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
              .conversation(List.of(new ConversationItem.UserTurn("caller", "caller", "Is there a table?")))
              .build();
    }

    private void ask() {
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

    private void token() {
      server.write(TOKEN);
      texts.await();
    }

    private void end() {
      server.write(LAST);
      server.write(DONE);
      server.end();
      ends.await();
      texts.reset();
    }

    /** Ends all. */
    @TearDown
    public void close() throws IOException {
      server.close();
      brain.close();
      runtime.close();
    }
  }

  /** Ends the answer after each request. */
  @State(Scope.Thread)
  public static class Asking {
    private @Nullable Conversation conversation;

    /** Remembers whom to end. */
    @Setup
    public void over(Conversation conversation) {
      this.conversation = conversation;
    }

    /** Ends the answer. */
    @TearDown(Level.Invocation)
    public void end() {
      if (conversation != null) {
        conversation.server.begin();
        conversation.token();
        conversation.end();
      }
    }
  }

  /** Has an answer going while tokens come. */
  @State(Scope.Thread)
  public static class Answering {
    private @Nullable Conversation conversation;

    /** Asks, and lets the first token come. */
    @Setup(Level.Iteration)
    public void begin(Conversation conversation) {
      this.conversation = conversation;
      conversation.ask();
      conversation.server.begin();
      conversation.token();
    }

    /** Ends the answer. */
    @TearDown(Level.Iteration)
    public void end() {
      if (conversation != null) {
        conversation.end();
      }
    }
  }

  /** From the final transcript at the brain to the request at the server. */
  @Benchmark
  public void request(Conversation conversation, Asking asking) {
    conversation.ask();
  }

  /** From a token at the server to its text at the listener. */
  @Benchmark
  public void token(Conversation conversation, Answering answering) {
    conversation.token();
  }
}
