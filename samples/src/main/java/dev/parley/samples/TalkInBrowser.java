package dev.parley.samples;

import dev.parley.AgentException;
import dev.parley.AgentRuntime;
import dev.parley.Configuration;
import dev.parley.PluginKind;
import dev.parley.Plugins;
import dev.parley.VoiceAgent;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.WavFile;
import dev.parley.spi.Brain;
import dev.parley.spi.Engine;
import dev.parley.spi.Setting;
import dev.parley.spi.SpeechToText;
import dev.parley.spi.TextToSpeech;
import dev.parley.spi.VoiceActivityDetector;
import dev.parley.web.WebTransport;
import dev.parley.web.WebTransportProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

/**
 * A café's assistant on a browser page, or on a recording: no account, no key, everything on this
 * machine; with {@code ASSEMBLYAI_API_KEY} it understands free speech, and {@code --tts} gives it a
 * vendor's voice.
 */
public final class TalkInBrowser {
  private static final Setting HOST =
      Setting.of(
              "host",
              "The address to listen on; others than this machine need the token in the link. Short for --web-host.")
          .build();
  private static final Setting PORT =
      Setting.of(
              "port",
              "The port of the page; if it is taken, the next free one. Short for --web-port.")
          .build();
  private static final Setting WAV =
      Setting.of("wav", "A recording to answer instead of opening a page.").build();
  private static final Setting OUT =
      Setting.of("out", "Where the answer to the recording goes.")
          .defaultValue("answer.wav")
          .build();
  private static final Setting BOOKINGS =
      Setting.of("bookings", "The file of table bookings; default in memory.").build();

  private static final List<String> EXAMPLES =
      List.of(
          "What is on the menu?",
          "Can I have two large coffees and a croissant?",
          "Make that three.",
          "I would like to book a table for four tomorrow at half past seven.",
          "What is the story of the café?",
          "When do you open on Sunday?");

  private final Configuration configuration;
  private final Plugins plugins;

  private TalkInBrowser(Configuration configuration, Plugins plugins) {
    this.configuration = configuration;
    this.plugins = plugins;
  }

  /** Runs it; {@code --help} tells how. */
  public static void main(String[] args) throws Exception {
    try {
      Plugins plugins = Plugins.discover();
      Configuration configuration = load(plugins, List.of(args), System.getenv());
      if (configuration.getBoolean(Configuration.HELP)) {
        System.out.print(configuration.help());
        return;
      }
      new TalkInBrowser(configuration, plugins).run();
    } catch (IllegalArgumentException | AgentException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /**
   * Reads the configuration. A vendor's voice costs money, and its key may be there for something
   * else: one is used only when it is named.
   */
  static Configuration load(
      Plugins plugins, List<String> arguments, Map<String, String> environment) {
    Configuration configuration =
        Configuration.builder()
            .plugins(plugins)
            .settings(HOST, PORT, WAV, OUT, BOOKINGS)
            .arguments(arguments.toArray(String[]::new))
            .environment(environment)
            .load();
    String room = configuration.find(PluginKind.TRANSPORT.setting()).orElse("web");
    if (!room.equals("web")) {
      throw new IllegalArgumentException(
          "--transport (PARLEY_TRANSPORT) is "
              + room
              + ", but people meet this sample on its page; leave it out, and see AgoraVoiceAgent"
              + " for another room");
    }
    if (configuration.find(PluginKind.TTS.setting()).isPresent()) {
      return configuration;
    }
    var withVoice = new ArrayList<>(arguments);
    withVoice.addAll(List.of("--" + PluginKind.TTS.setting().key(), StartScreen.OWN_VOICE));
    return load(plugins, withVoice, environment);
  }

  private void run() throws IOException, SQLException, InterruptedException {
    var screen = new StartScreen(plugins, configuration);
    screen.lines().forEach(System.out::println);
    try (var bookings = Bookings.open(configuration.find(BOOKINGS).orElse(""))) {
      var wav = configuration.find(WAV);
      if (wav.isPresent()) {
        WavRun run = screen.isLocal() ? WavRun.atFullSpeed() : WavRun.inRealTime();
        answer(run, Path.of(wav.get()), bookings);
      } else {
        serve(bookings);
      }
    }
  }

  private void answer(WavRun run, Path wav, Bookings bookings) throws IOException {
    AudioFrame question = WavFile.read(wav);
    Path out = Path.of(configuration.get(OUT));
    Path events = run.answer(agent(run.runtime(), bookings), question, out);
    System.out.println("The answer is in " + out + ", what happened in " + events);
  }

  private void serve(Bookings bookings) throws InterruptedException {
    VoiceAgent agent = agent(AgentRuntime.shared(), bookings);
    int port = configuration.getInt(given(PORT, WebTransportProvider.PORT));
    WebTransport.Builder page =
        WebTransport.builder()
            .host(configuration.get(given(HOST, WebTransportProvider.HOST)))
            .port(port)
            .agentName("Café Parley")
            .examples(EXAMPLES);
    configuration.find(WebTransportProvider.TOKEN).ifPresent(page::token);
    try (var web = page.build()) {
      agent.serve(web, session -> session.addListener(new NotUnderstood(session)));
      System.out.println();
      if (port != 0 && port != web.link().getPort()) {
        System.out.println("Port " + port + " is taken; the next free one serves.");
      }
      System.out.println("Talk at " + web.link() + "   (Ctrl+C ends)");
      new CountDownLatch(1).await();
    }
  }

  private Setting given(Setting wanted, Setting otherwise) {
    return configuration.find(wanted).isPresent() ? wanted : otherwise;
  }

  /** Loads all plugins at once, which halves the time to start. */
  private VoiceAgent agent(AgentRuntime runtime, Bookings bookings) {
    CompletableFuture<SpeechToText> stt = load(PluginKind.STT);
    CompletableFuture<Brain> brain = load(PluginKind.BRAIN);
    CompletableFuture<TextToSpeech> tts = load(PluginKind.TTS);
    CompletableFuture<VoiceActivityDetector> vad = load(PluginKind.VAD);
    try {
      var builder =
          VoiceAgent.builder()
              .name("Café Parley")
              .instructions(CafeKnowledge::instructions)
              .speechToText(stt.join())
              .brain(brain.join())
              .textToSpeech(tts.join())
              .vad(vad.join())
              .greeting(
                  "Welcome to Café Parley! You can order, book a table, or ask me about the café.")
              .runtime(runtime);
      new CafeTools(bookings).all().forEach(builder::tool);
      return builder.build();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private <E extends Engine> CompletableFuture<E> load(PluginKind<E> kind) {
    return CompletableFuture.supplyAsync(
        () -> {
          long start = System.nanoTime();
          E engine = plugins.choose(kind, configuration).create();
          System.out.printf(
              "  %s ready after %.1f s%n", engine.name(), (System.nanoTime() - start) / 1e9);
          return engine;
        });
  }
}
