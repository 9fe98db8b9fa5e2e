package dev.parley.agora;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.AgentRuntime;
import dev.parley.AgentSession;
import dev.parley.ReplyEvent;
import dev.parley.ReplyOutcome;
import dev.parley.TurnEvent;
import dev.parley.VoiceAgent;
import dev.parley.agora.simulator.SimulatedPerson;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import dev.parley.agora.simulator.settings.Timings;
import dev.parley.spi.RoomRequest;
import dev.parley.testkit.EventRecorder;
import dev.parley.testkit.ScriptedBrain;
import dev.parley.testkit.ScriptedStt;
import dev.parley.testkit.ScriptedTts;
import dev.parley.testkit.ScriptedVad;
import dev.parley.testkit.Sound;
import dev.parley.testkit.Talk;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whole sessions in a channel: two people, an agent, scripted plugins. */
class ConversationTest {
  private static final String LONG =
      "The menu has coffee, tea, juice, water, bread, cheese, soup, salad, cake and ice cream,"
          + " and all of it is made here every morning by people who like what they do.";

  private final EventRecorder events = new EventRecorder();

  private static Duration at(double seconds) {
    return Duration.ofMillis(Math.round(seconds * 1_000));
  }

  private static Sound says(String who, double at, double lasts, String text) {
    return Sound.at(at(at)).who(who).says(text).lasts(at(lasts)).build();
  }

  private static AgentRuntime runtime(AgoraWorld world) {
    return AgentRuntime.builder()
        .clock(world.clock)
        .loops(Runnable::run)
        .blocking(world.context.blocking())
        .retryJitter(0)
        .build();
  }

  private AgentSession start(AgoraWorld world, VoiceAgent.Builder recipe, boolean observer) {
    VoiceAgent agent = recipe.runtime(runtime(world)).listener(events).build();
    return agent.start(
        world.transport, RoomRequest.builder().room(AgoraWorld.CHANNEL).observer(observer).build());
  }

  private static Map<String, SimulatedPerson> people(AgoraWorld world, String... uids) {
    var people = new LinkedHashMap<String, SimulatedPerson>();
    for (String uid : uids) {
      people.put(uid, world.person(uid));
    }
    world.pass(Duration.ofSeconds(1));
    return people;
  }

  private static VoiceAgent.Builder talker(Talk talk, ScriptedBrain brain) {
    return VoiceAgent.builder()
        .instructions("Be brief.")
        .speechToText(ScriptedStt.builder(talk).build())
        .vad(ScriptedVad.builder(talk).build())
        .brain(brain)
        .textToSpeech(ScriptedTts.builder().build());
  }

  @Test
  void everyWordHasTheNameOfWhoSaidItAlsoWhenTwoSpeakAtOnce() {
    Talk talk =
        Talk.of(
            says("1", 0.5, 2, "I would like a coffee"),
            says("2", 1.0, 2, "can I have the bill"),
            says("1", 4.0, 1, "with milk"),
            says("2", 4.2, 1.5, "thank you"));
    try (var world = AgoraWorld.open()) {
      AgentSession session =
          start(world, VoiceAgent.builder().speechToText(ScriptedStt.builder(talk).build()), true);
      new SpokenTalk(talk).begin(world.clock, people(world, "1", "2"));
      world.pass(Duration.ofSeconds(10));
      assertThat(events.of(TurnEvent.Final.class))
          .extracting(each -> each.who() + ": " + each.text())
          .containsExactlyInAnyOrder(
              "1: I would like a coffee", "2: can I have the bill", "1: with milk", "2: thank you");
      session.close();
      world.pass(Duration.ofSeconds(6));
    }
  }

  @Test
  void aQuestionIsAnsweredAloudAndAnInterruptionSilencesTheChannelAtOnce() {
    Talk talk =
        Talk.of(says("1", 0.5, 1.5, "what is on the menu"), says("2", 6.0, 2, "stop it please"));
    ScriptedBrain brain =
        ScriptedBrain.builder()
            .line("what is on the menu", LONG)
            .line("stop it please", "Sorry.")
            .build();
    try (var world = AgoraWorld.open()) {
      AgentSession session = start(world, talker(talk, brain), false);
      Map<String, SimulatedPerson> people = people(world, "1", "2");
      Duration beforeTalk = world.agora.elapsed();
      new SpokenTalk(talk).begin(world.clock, people);
      world.pass(Duration.ofMillis(5_900));
      var heard = people.get("1").heard("9999");
      assertThat(heard.soundSince(beforeTalk)).isGreaterThan(Duration.ofSeconds(2));

      ReplyEvent.Ended cut = null;
      Duration cutAt = Duration.ZERO;
      for (int i = 0; i < 300 && cut == null; i++) {
        world.pass(Duration.ofMillis(10));
        cut = events.of(ReplyEvent.Ended.class).stream().findFirst().orElse(null);
        cutAt = world.agora.elapsed();
      }
      assertThat(cut).isNotNull();
      assertThat(cut.outcome()).isEqualTo(ReplyOutcome.INTERRUPTED);
      assertThat(LONG).startsWith(cut.heard().substring(0, Math.min(20, cut.heard().length())));
      world.pass(Duration.ofMillis(500));
      assertThat(heard.lastSoundEndedAt().orElseThrow())
          .as("silence in the channel after the interruption")
          .isLessThanOrEqualTo(cutAt.plusMillis(100));
      world.pass(Duration.ofSeconds(6));
      assertThat(events.of(ReplyEvent.Ended.class))
          .extracting(ReplyEvent.Ended::outcome)
          .containsExactly(ReplyOutcome.INTERRUPTED, ReplyOutcome.COMPLETED);
      session.close();
      world.pass(Duration.ofSeconds(6));
    }
  }

  @Test
  void aLossOfFiveSecondsInAReplyIsSurvivedAndTheNextQuestionIsHeard() {
    Talk talk =
        Talk.of(says("1", 0.5, 1.5, "what is on the menu"), says("1", 30, 1.5, "a coffee please"));
    ScriptedBrain brain =
        ScriptedBrain.builder()
            .line("what is on the menu", LONG)
            .line("a coffee please", "Here you are.")
            .build();
    var options =
        SimulatorOptions.builder()
            .timings(Timings.DEFAULT.withLossDetection(Duration.ofMillis(500)));
    try (var world = AgoraWorld.open(options, AgoraWorld.transport())) {
      AgentSession session = start(world, talker(talk, brain), false);
      Map<String, SimulatedPerson> people = people(world, "1");
      new SpokenTalk(talk).begin(world.clock, people);
      world.pass(Duration.ofSeconds(5));
      world.connection().loseNetwork();
      world.pass(Duration.ofSeconds(5));
      world.connection().restoreNetwork();
      world.pass(Duration.ofSeconds(35));
      assertThat(events.of(TurnEvent.Ended.class))
          .extracting(TurnEvent.Ended::text)
          .contains("what is on the menu", "a coffee please");
      assertThat(events.of(ReplyEvent.Ended.class))
          .last()
          .extracting(ReplyEvent.Ended::outcome)
          .isEqualTo(ReplyOutcome.COMPLETED);
      session.close();
      world.pass(Duration.ofSeconds(6));
    }
  }
}
