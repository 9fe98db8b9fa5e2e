package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.AgentException;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Transcript;
import dev.parley.testkit.ManualClock;
import dev.parley.testkit.assemblyai.AssemblyAiFixture;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded session has the outcome that its index says. */
class FixturesTest {
  private static final Duration GLANCE = Duration.ofMillis(20);
  private static final int MOST_GLANCES = 3_000;

  private final ScriptedAssemblyAi server = ScriptedAssemblyAi.start();
  private final ManualClock clock = new ManualClock();
  private String done = "";

  static List<AssemblyAiFixture> fixtures() {
    return AssemblyAiFixture.all();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void aRecordedSessionHasTheOutcomeThatItsIndexSays(AssemblyAiFixture fixture) {
    server.play(fixture, Double.POSITIVE_INFINITY);
    try (AssemblyAiStt engine = engine(fixture)) {
      var call = Call.open(engine, clock);
      playAlong(engine, call);
      server.awaitPlayed();
      CloseReason reason = call.awaitClosed();
      assertThat(server.connections()).isEqualTo(fixture.connections());
      assertThat(server.violations()).isEmpty();
      assertEnd(fixture, reason);
      assertResults(fixture, call);
      assertThat(clock.pendingTimers()).as("timers that are still set").isZero();
    }
  }

  private AssemblyAiStt engine(AssemblyAiFixture fixture) {
    var builder = Call.builder(server);
    fixture.query().forEach((name, value) -> set(builder, name, value));
    return builder.build();
  }

  private static void set(AssemblyAiSttBuilder builder, String name, String value) {
    switch (name) {
      case "speech_model" -> builder.model(value);
      case "format_turns" -> builder.formatTurns(Boolean.parseBoolean(value));
      case "language_detection" -> builder.languageDetection(Boolean.parseBoolean(value));
      case "speaker_labels" -> builder.speakers(2);
      case "session_heartbeat" -> builder.heartbeat(Boolean.parseBoolean(value));
      case "sample_rate", "encoding", "max_speakers" -> {}
      default -> throw new IllegalArgumentException("the test does not know " + name);
    }
  }

  /** Does what the script waits for. */
  private void playAlong(AssemblyAiStt engine, Call call) {
    for (int i = 0; i < MOST_GLANCES && !server.isPlayed(); i++) {
      String line = server.waitsFor();
      if (line.contains("\"audio\"")) {
        call.offer(AudioFrame.silence(Call.FORMAT, Duration.ofMillis(100)));
      } else if (line.contains("\"connect\"") || line.equals(done)) {
        clock.advance(Duration.ofMillis(250));
      } else if (!line.isEmpty()) {
        done = line;
        act(engine, call, line);
      }
      server.awaitFor(GLANCE, () -> server.isPlayed() || !server.waitsFor().equals(line));
    }
  }

  private static void act(AssemblyAiStt engine, Call call, String line) {
    if (line.contains("ForceEndpoint")) {
      call.stream.forceEndpoint();
    } else if (line.contains("UpdateConfiguration")) {
      engine.update("session", new LiveSettings().minTurnSilence(Duration.ofSeconds(1)));
    } else if (line.contains("Terminate")) {
      call.await("a session that began", () -> !call.metric("connect.seconds").isEmpty());
      call.finish();
    }
  }

  private static void assertEnd(AssemblyAiFixture fixture, CloseReason reason) {
    if (fixture.errorCode().isEmpty()) {
      assertThat(reason.kind()).isEqualTo(CloseReason.Kind.FINISHED);
      return;
    }
    AgentException error = reason.error().orElseThrow();
    assertThat(error.getMessage()).contains(String.valueOf(fixture.errorCode().get()));
    assertThat(error.isRetryable())
        .isEqualTo(fixture.expected().at("/error/retryable").asBoolean());
  }

  private static void assertResults(AssemblyAiFixture fixture, Call call) {
    JsonNode expected = fixture.expected();
    fixture.finals().ifPresent(finals -> assertThat(call.finalTexts()).isEqualTo(finals));
    fixture
        .texts("languages")
        .ifPresent(each -> assertThat(texts(spoken(call), "language")).isEqualTo(each));
    fixture
        .texts("labels_live")
        .ifPresent(each -> assertThat(texts(spoken(call), "speaker")).isEqualTo(each));
    fixture.texts("labels_after_revision").ifPresent(each -> assertRevised(call, each));
    if (expected.has("partials")) {
      assertThat(call.interims()).hasSize(expected.path("partials").asInt());
    }
    if (expected.has("speech_started")) {
      assertThat(call.starts()).hasSize(expected.path("speech_started").size());
    }
    if (expected.has("final_word_counts")) {
      assertThat(spoken(call).stream().map(each -> each.words().size()))
          .containsExactlyElementsOf(numbers(expected.path("final_word_counts")));
    }
    if (expected.has("termination")) {
      assertThat(call.metric("billed.seconds"))
          .containsExactly(expected.at("/termination/session_s").asDouble());
    }
    fixture.texts("utterances").ifPresent(each -> assertStableInterims(call, each));
  }

  private static List<Transcript> spoken(Call call) {
    return call.finals().stream().filter(each -> !each.text().isBlank()).toList();
  }

  private static List<String> texts(List<Transcript> transcripts, String what) {
    return transcripts.stream()
        .map(each -> (what.equals("speaker") ? each.speaker() : each.language()).orElse(""))
        .toList();
  }

  private static void assertRevised(Call call, List<String> labels) {
    var after = new ArrayList<>(spoken(call));
    for (Transcript revision : call.revisions()) {
      after.replaceAll(each -> each.utterance() == revision.utterance() ? revision : each);
    }
    assertThat(texts(after, "speaker")).isEqualTo(labels);
    assertThat(after.stream().map(Transcript::text)).containsExactlyElementsOf(call.finalTexts());
  }

  private static void assertStableInterims(Call call, List<String> utterances) {
    assertThat(utterances)
        .allSatisfy(
            each -> assertThat(call.interimTexts()).anyMatch(interim -> interim.endsWith(each)));
  }

  private static List<Integer> numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asInt).toList();
  }
}
