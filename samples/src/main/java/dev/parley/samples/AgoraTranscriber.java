package dev.parley.samples;

import dev.parley.AgentException;
import dev.parley.AgentSession;
import dev.parley.Configuration;
import dev.parley.ParticipantEvent;
import dev.parley.PluginKind;
import dev.parley.Plugins;
import dev.parley.SessionEvent;
import dev.parley.TurnEvent;
import dev.parley.VoiceAgent;
import dev.parley.agora.AgoraTransport;
import dev.parley.agora.AgoraTransportProvider;
import dev.parley.agora.launch.AgoraLauncher;
import dev.parley.samples.sink.JdbcSink;
import dev.parley.samples.sink.Sinks;
import dev.parley.samples.sink.TranscriptLine;
import dev.parley.samples.sink.TranscriptSink;
import dev.parley.samples.sink.WebhookSink;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Setting;
import dev.parley.spi.Transcript;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Sits unseen in an Agora channel, and writes down what everybody says: {@code [uid=1001] hello}.
 * One recogniser's session for each participant; Ctrl+C waits for the last words.
 */
public final class AgoraTranscriber {
  private static final Setting CHANNEL =
      Setting.of("channel", "The Agora channel.").variable("AGORA_CHANNEL").required().build();
  private static final Setting DATABASE =
      Setting.of(
              "database", "JDBC URL of a database to keep transcripts in: H2, SQLite, PostgreSQL.")
          .build();
  private static final Setting WEBHOOK =
      Setting.of("webhook", "URL to post every transcript to.").build();
  private static final Setting WEBHOOK_SECRET =
      Setting.of("webhook-secret", "What the posts are signed with.").secret().build();
  private static final Setting WEBHOOK_FOLDER =
      Setting.of("webhook-folder", "Where posts wait that the receiver has not taken yet.")
          .defaultValue("webhook-queue")
          .build();
  private static final Setting RECORDINGS =
      Setting.of("wav", "WAV files that the simulator's people say in turn, with commas between.")
          .build();

  private static final List<String> SENTENCES =
      List.of(
          "what is on the menu",
          "can I have two large coffees",
          "what is the story of the cafe",
          "I would like to book a table");
  private static final long PAUSE_MILLIS = 700;
  private static final Duration GOODBYE = Duration.ofSeconds(8);

  private final Plugins plugins;
  private final Configuration configuration;
  private final Sinks sinks;
  private final ListeningStt stt;
  private final AgoraTransport agora;

  private AgoraTranscriber(Plugins plugins, Configuration configuration)
      throws IOException, SQLException {
    this.plugins = plugins;
    this.configuration = configuration;
    this.sinks = new Sinks(sinks(configuration));
    this.stt = new ListeningStt(plugins.choose(PluginKind.STT, configuration).create());
    this.agora = (AgoraTransport) new AgoraTransportProvider().create(configuration);
  }

  /** Runs it; {@code --help} tells how. */
  public static void main(String[] args) throws Exception {
    try {
      OptionalInt exit = AgoraLauncher.relaunch(AgoraTranscriber.class, args);
      if (exit.isPresent()) {
        System.exit(exit.getAsInt());
      }
      Rehearsal rehearsal = Rehearsal.find();
      Plugins plugins = Plugins.discover();
      Configuration configuration =
          rehearsal.configuration(
              plugins,
              args,
              CHANNEL,
              DATABASE,
              WEBHOOK,
              WEBHOOK_SECRET,
              WEBHOOK_FOLDER,
              RECORDINGS);
      if (configuration.getBoolean(Configuration.HELP)) {
        System.out.print(configuration.help());
        return;
      }
      int code = new AgoraTranscriber(plugins, configuration).run(rehearsal);
      if (code != 0) {
        System.exit(code);
      }
    } catch (IllegalArgumentException
        | IllegalStateException
        | AgentException
        | IOException
        | UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    } catch (SQLException e) {
      System.err.println("The database cannot be used: " + e.getMessage());
      System.exit(2);
    }
  }

  private static List<TranscriptSink> sinks(Configuration configuration)
      throws IOException, SQLException {
    var sinks = new ArrayList<TranscriptSink>();
    if (configuration.find(DATABASE).isPresent()) {
      sinks.add(new JdbcSink(configuration.get(DATABASE)));
    }
    if (configuration.find(WEBHOOK).isPresent()) {
      sinks.add(
          new WebhookSink(
              WebhookSink.url(configuration.get(WEBHOOK)),
              configuration.get(WEBHOOK_SECRET),
              Path.of(configuration.get(WEBHOOK_FOLDER)),
              WebhookSink.Pauses.DEFAULT));
    }
    return sinks;
  }

  private int run(Rehearsal rehearsal) throws InterruptedException {
    String channel = configuration.get(CHANNEL);
    List<Path> recordings = Rehearsal.recordings(configuration.find(RECORDINGS).orElse(""));
    AgentSession session =
        observer()
            .start(
                agora,
                RoomRequest.builder().room(channel).observer(true).build(),
                each -> each.addListener(event -> heard(channel, event)));
    var goodbye = new Goodbye(session, () -> leave(session));
    System.out.println(
        "Listening in channel " + channel + " with " + stt.name() + "   (Ctrl+C ends)");
    if (rehearsal.isOn()) {
      rehearsal.begin(channel, recordings, SENTENCES, PAUSE_MILLIS).thenRun(goodbye::isDue);
    }
    return goodbye.await();
  }

  private VoiceAgent observer() {
    var observer = VoiceAgent.builder().name("transcriber").speechToText(stt);
    if (!stt.capabilities().endOfTurn()) {
      observer.vad(plugins.choose(PluginKind.VAD, configuration).create());
    }
    return observer.build();
  }

  private void heard(String channel, Object event) {
    if (event instanceof TurnEvent.Final said && !said.text().isBlank()) {
      System.out.println("[uid=" + said.who() + "] " + said.text());
      sinks.accept(line(channel, said));
    } else if (event instanceof ParticipantEvent.Joined joined) {
      System.out.println("  uid " + joined.who() + " is there");
    } else if (event instanceof ParticipantEvent.Left left) {
      System.out.println("  uid " + left.who() + " has left");
    } else if (event instanceof SessionEvent.Failure failure) {
      System.err.println("  " + failure.source() + ": " + failure.message());
    }
  }

  private TranscriptLine line(String channel, TurnEvent.Final said) {
    Instant now = Instant.now();
    Transcript heard = stt.latest(said.who()).orElse(Transcript.of(said.text()));
    Duration lasted =
        heard.start().isPresent() && heard.end().isPresent()
            ? heard.end().get().minus(heard.start().get())
            : Duration.ZERO;
    return new TranscriptLine(
        UUID.randomUUID().toString(),
        channel,
        said.who(),
        said.text(),
        now.minus(lasted),
        now,
        heard.confidence());
  }

  /** Last words first, then the sinks that they go to, then the channel. */
  private void leave(AgentSession session) {
    try {
      session.close();
      session.awaitClosed(GOODBYE);
      sinks.close();
      stt.audio()
          .forEach(
              (uid, audio) ->
                  System.out.printf("uid %s: %.1f s of audio%n", uid, audio.toMillis() / 1e3));
      stt.close();
      agora.close();
      agora.awaitReleased(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
