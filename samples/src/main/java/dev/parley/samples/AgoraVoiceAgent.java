package dev.parley.samples;

import dev.parley.AgentException;
import dev.parley.AgentSession;
import dev.parley.Configuration;
import dev.parley.PluginKind;
import dev.parley.Plugins;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.SessionEvent;
import dev.parley.TurnEvent;
import dev.parley.VoiceAgent;
import dev.parley.agora.AgoraTransport;
import dev.parley.agora.AgoraTransportProvider;
import dev.parley.agora.launch.AgoraLauncher;
import dev.parley.spi.RoomRequest;
import dev.parley.spi.Setting;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * A café's assistant in an Agora channel: hears everyone, answers whoever spoke last, falls silent
 * when interrupted, and sends captions to the channel.
 */
public final class AgoraVoiceAgent {
  private static final Setting CHANNEL =
      Setting.of("channel", "The Agora channel.").variable("AGORA_CHANNEL").required().build();
  private static final Setting RECORDINGS =
      Setting.of("wav", "WAV files that the simulator's people say in turn, with commas between.")
          .build();

  private static final List<String> SENTENCES =
      List.of(
          "can I have two large coffees",
          "what is on the menu",
          "what is the story of the cafe",
          "I would like to book a table");

  /** Short enough that the long answer is interrupted. */
  private static final long PAUSE_MILLIS = 6_000;

  private static final Duration GOODBYE = Duration.ofSeconds(8);

  private final AgoraTransport agora;

  private AgoraVoiceAgent(AgoraTransport agora) {
    this.agora = agora;
  }

  /** Runs it; {@code --help} tells how. */
  public static void main(String[] args) throws Exception {
    try {
      OptionalInt exit = AgoraLauncher.relaunch(AgoraVoiceAgent.class, args);
      if (exit.isPresent()) {
        System.exit(exit.getAsInt());
      }
      Rehearsal rehearsal = Rehearsal.find();
      Plugins plugins = Plugins.discover();
      Configuration configuration = rehearsal.configuration(plugins, args, CHANNEL, RECORDINGS);
      if (configuration.getBoolean(Configuration.HELP)) {
        System.out.print(configuration.help());
        return;
      }
      var agora = (AgoraTransport) new AgoraTransportProvider().create(configuration);
      int code = new AgoraVoiceAgent(agora).run(plugins, configuration, rehearsal);
      if (code != 0) {
        System.exit(code);
      }
    } catch (IllegalArgumentException
        | IllegalStateException
        | AgentException
        | UncheckedIOException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  private int run(Plugins plugins, Configuration configuration, Rehearsal rehearsal)
      throws InterruptedException, SQLException {
    String channel = configuration.get(CHANNEL);
    List<Path> recordings = Rehearsal.recordings(configuration.find(RECORDINGS).orElse(""));
    try (var bookings = Bookings.open("")) {
      AgentSession session =
          agent(plugins, configuration, bookings)
              .start(
                  agora, RoomRequest.of(channel), each -> each.addListener(AgoraVoiceAgent::show));
      var goodbye = new Goodbye(session, () -> leave(session));
      System.out.println("In channel " + channel + "   (Ctrl+C ends)");
      if (rehearsal.isOn()) {
        rehearsal.begin(channel, recordings, SENTENCES, PAUSE_MILLIS).thenRun(goodbye::isDue);
      }
      return goodbye.await();
    }
  }

  private static VoiceAgent agent(Plugins plugins, Configuration configuration, Bookings bookings) {
    var agent =
        VoiceAgent.builder()
            .name("Café Parley")
            .instructions(
                "You are the assistant of a small café. Answer in one or two spoken sentences.")
            .speechToText(plugins.choose(PluginKind.STT, configuration).create())
            .brain(plugins.choose(PluginKind.BRAIN, configuration).create())
            .textToSpeech(plugins.choose(PluginKind.TTS, configuration).create())
            .vad(plugins.choose(PluginKind.VAD, configuration).create());
    new CafeTools(bookings).all().forEach(agent::tool);
    return agent.build();
  }

  private static void show(Object event) {
    if (event instanceof TurnEvent.Ended turn && !turn.text().isBlank()) {
      System.out.println("[uid=" + turn.who() + "] " + turn.text());
    } else if (event instanceof ReplyEvent.Ended reply && !reply.heard().isBlank()) {
      String mark = reply.outcome() == ReplyOutcome.INTERRUPTED ? " ..." : "";
      System.out.println("[agent] " + reply.heard() + mark);
    } else if (event instanceof SessionEvent.Failure failure) {
      System.err.println("  " + failure.source() + ": " + failure.message());
    }
  }

  private void leave(AgentSession session) {
    try {
      session.close();
      session.awaitClosed(GOODBYE);
      agora.close();
      agora.awaitReleased(GOODBYE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
