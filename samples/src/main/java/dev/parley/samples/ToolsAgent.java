package dev.parley.samples;

import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.parley.AgentEvent;
import dev.parley.AgentSession;
import dev.parley.Configuration;
import dev.parley.ConversationItem;
import dev.parley.ParticipantEvent;
import dev.parley.PluginKind;
import dev.parley.Plugins;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.ToolEvent;
import dev.parley.VoiceAgent;
import dev.parley.brain.langchain4j.LangChain4jBrain;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Setting;
import dev.parley.testkit.FakeTransport;
import dev.parley.testkit.Talk;
import dev.parley.testkit.openai.ChatExchange;
import dev.parley.testkit.openai.ModelAnswer;
import dev.parley.testkit.openai.ScriptedOpenAi;
import dev.parley.web.WebTransport;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A hairdresser's assistant that keeps a real appointment book: a LangChain4j model with tools over
 * SQL. With a key of OpenAI, or the URL of a server that needs none, you talk with it on a page;
 * without, a short conversation is played in which a script stands in for the model.
 */
public final class ToolsAgent {
  private static final Setting KEY =
      Setting.of("openai-api-key", "The key of your OpenAI account.")
          .variable("OPENAI_API_KEY")
          .secret()
          .build();
  private static final Setting URL =
      Setting.of("openai-base-url", "An OpenAI-compatible server, up to and including /v1.")
          .variable("OPENAI_BASE_URL")
          .build();
  private static final Setting MODEL =
      Setting.of("openai-model", "The model, as the server names it.")
          .variable("OPENAI_MODEL")
          .defaultValue("gpt-4.1-mini")
          .build();
  private static final Setting PORT =
      Setting.of("port", "The port of the page; if it is taken, the next free one.")
          .defaultValue("8080")
          .build();
  private static final String INSTRUCTIONS =
      "You are the assistant of a hairdresser. Answer in one or two spoken sentences. Ask for the"
          + " day, the hour and the name before you book. Say hours as people say them.";

  private ToolsAgent() {}

  /** Runs it. */
  public static void main(String[] args) throws Exception {
    Configuration configuration =
        Configuration.builder().settings(KEY, URL, MODEL, PORT).arguments(args).load();
    try (AppointmentBook book = AppointmentBook.open()) {
      if (configuration.find(KEY).isPresent() || configuration.find(URL).isPresent()) {
        talk(configuration, book);
      } else {
        System.out.println(
            "There is no OPENAI_API_KEY and no OPENAI_BASE_URL, so a script stands in for the model.");
        System.out.println("The agent, the tools and the database are real.\n");
        play(book);
      }
    }
    System.exit(0); // the shared runtime and HTTP clients keep threads
  }

  private static OpenAiStreamingChatModel model(Configuration configuration) {
    var model =
        OpenAiStreamingChatModel.builder()
            .httpClientBuilder(LangChain4jBrain.httpClient())
            .modelName(configuration.get(MODEL))
            .apiKey(configuration.find(KEY).orElse(null));
    configuration.find(URL).ifPresent(model::baseUrl);
    return model.build();
  }

  private static VoiceAgent.Builder agent(OpenAiStreamingChatModel model, AppointmentBook book) {
    return VoiceAgent.builder()
        .name("Salon Parley")
        .instructions(INSTRUCTIONS)
        .brain(LangChain4jBrain.builder().model(model).tools(book).confirm("cancel").build());
  }

  private static void talk(Configuration configuration, AppointmentBook book)
      throws InterruptedException {
    VoiceAgent agent =
        agent(model(configuration), book)
            .textToSpeech(
                Plugins.discover().choose(PluginKind.TTS, Configuration.of(Map.of())).create())
            .greeting("Salon Parley, what can I do for you?")
            .build();
    int port = configuration.getInt(PORT);
    try (var web = WebTransport.builder().agentName("Salon Parley").port(port).build()) {
      agent.serve(web, session -> session.addListener(ToolsAgent::print));
      System.out.println("Type to the assistant at " + web.link() + "   (Ctrl+C ends)");
      new CountDownLatch(1).await();
    }
  }

  private static void play(AppointmentBook book) throws Exception {
    try (var server = ScriptedOpenAi.answering(ToolsAgent::standIn)) {
      var model =
          OpenAiStreamingChatModel.builder()
              .baseUrl(server.url())
              .apiKey("none")
              .modelName("script");
      var goOn = new Semaphore(0);
      AgentSession session =
          agent(model.build(), book)
              .build()
              .start(
                  FakeTransport.builder(Talk.builder().present("you").build()).build(),
                  RoomRequest.of("salon"),
                  each -> each.addListener(event -> release(event, goOn)));
      for (String text : List.of("Is Monday free?", "Ten, please. My name is Ann.")) {
        goOn.tryAcquire(20, TimeUnit.SECONDS);
        session.text("you", text);
      }
      goOn.tryAcquire(20, TimeUnit.SECONDS);
      session.close();
      session.awaitClosed(Duration.ofSeconds(10));
      session.conversation().forEach(ToolsAgent::print);
      System.out.println("\nIn the database: " + book.all());
    }
  }

  private static ModelAnswer standIn(ChatExchange asked) {
    String last = asked.messages().get(asked.messages().size() - 1);
    if (last.endsWith("Is Monday free?")) {
      return ModelAnswer.text("Let me look. ").call("c1", "freeHours", "{\"day\":\"monday\"}");
    }
    if (last.startsWith("tool: free")) {
      return ModelAnswer.text(
          "Monday is free all day. What time suits you, and what is your name?");
    }
    return last.startsWith("tool: ")
        ? ModelAnswer.text("Monday at ten is yours, Ann.")
        : ModelAnswer.calls()
            .call("c2", "book", "{\"day\":\"monday\",\"hour\":10,\"name\":\"Ann\"}");
  }

  private static void release(AgentEvent event, Semaphore goOn) {
    boolean over =
        event instanceof ReplyEvent.Ended ended && ended.outcome() != ReplyOutcome.DISCARDED;
    if (over || event instanceof ParticipantEvent.Joined) {
      goOn.release();
    }
  }

  private static void print(AgentEvent event) {
    if (event instanceof ToolEvent.Ended ended) {
      System.out.println("tool " + ended.tool() + ": " + ended.outcome());
    }
  }

  private static void print(ConversationItem item) {
    if (item instanceof ConversationItem.UserTurn turn) {
      System.out.println("you:   " + turn.text());
    } else if (item instanceof ConversationItem.AgentSpeech speech) {
      System.out.println("agent: " + speech.text());
    } else if (item instanceof ConversationItem.Call call) {
      System.out.println("       calls " + call.call().tool() + " " + call.call().argumentsText());
    } else if (item instanceof ConversationItem.Result result) {
      System.out.println("       -> " + result.text());
    }
  }
}
