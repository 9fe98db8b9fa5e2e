package dev.parley.samples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.audio.AudioLevel;
import dev.parley.audio.WavFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The café's assistant on recordings, as a command-line tool. */
class WavRunTest {
  @TempDir Path folder;

  @Test
  void twoQuestionsAndAnInterruption() throws Exception {
    Path wav =
        new Caller(AudioFormat.mono(24_000))
            .listens(Duration.ofSeconds(8)) // the greeting
            .says("how much is a cappuccino")
            .listens(Duration.ofSeconds(6))
            .says("what is the story of the cafe")
            .listens(Duration.ofSeconds(6))
            .says("what have i ordered")
            .to(folder.resolve("question.wav"));

    CommandRun run = answer(wav);

    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    List<JsonNode> events = events();
    assertThat(texts(events, "turn.ended", "text"))
        .containsExactly(
            "how much is a cappuccino", "what is the story of the cafe", "what have i ordered");
    List<JsonNode> replies = named(events, "reply.ended");
    assertThat(replies).hasSize(4);
    assertThat(replies.get(1).path("heard").asText())
        .isEqualTo("A cappuccino is 3 euros and 40 cents.");
    assertThat(replies.get(2).path("outcome").asText()).isEqualTo("interrupted");
    assertThat(replies.get(2).path("heard").asText()).isNotEmpty();
    assertThat(replies.get(3).path("heard").asText())
        .startsWith("You have not ordered anything yet.");

    AudioFrame answer = WavFile.read(folder.resolve("answer.wav"));
    double cut = replies.get(2).path("t").asDouble();
    assertThat(loudness(answer, cut - 1.5, cut - 1)).isGreaterThan(-40);
    assertThat(loudness(answer, cut + 0.04, cut + 0.3)).isLessThan(-80);
  }

  @Test
  void aTableIsBooked() throws Exception {
    Path wav =
        new Caller(AudioFormat.MONO_16K)
            .listens(Duration.ofSeconds(8))
            .says("i would like to book a table for four tomorrow at half past seven")
            .to(folder.resolve("question.wav"));

    answer(wav);

    assertThat(texts(events(), "reply.ended", "heard").get(1))
        .startsWith("Your table for four is booked, tomorrow at half past seven.")
        .contains("The number of your booking is 1.");
  }

  @Test
  void theSameRecordingGivesTheSameAnswer() throws Exception {
    Path wav = new Caller(AudioFormat.MONO_16K).says("hello").to(folder.resolve("question.wav"));
    answer(wav);
    byte[] events = Files.readAllBytes(folder.resolve("answer.jsonl"));
    byte[] audio = Files.readAllBytes(folder.resolve("answer.wav"));
    answer(wav);
    assertThat(folder.resolve("answer.jsonl")).hasBinaryContent(events);
    assertThat(folder.resolve("answer.wav")).hasBinaryContent(audio);
  }

  @Test
  void whatIsNoRecordingIsRefusedInOneSentence() throws Exception {
    Path text = Files.writeString(folder.resolve("question.wav"), "What is on the menu?");
    CommandRun run = answer(text);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.errors().get(0)).contains("question.wav").contains("WAV");
  }

  @Test
  void aRecordingThatIsNotThereIsToldInOneSentence() throws Exception {
    CommandRun run = answer(folder.resolve("nowhere.wav"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.errors().get(0)).contains("nowhere.wav");
  }

  @Test
  void anUnknownFlagIsToldInOneSentence() throws Exception {
    CommandRun run = CommandRun.of(TalkInBrowser.class, "--prot", "8081");
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).hasSize(1);
    assertThat(run.errors().get(0)).contains("--prot").contains("--port");
  }

  private CommandRun answer(Path wav) throws Exception {
    return CommandRun.of(
        TalkInBrowser.class,
        "--wav",
        wav.toString(),
        "--out",
        folder.resolve("answer.wav").toString());
  }

  private List<JsonNode> events() throws IOException {
    var json = new ObjectMapper();
    try (var lines = Files.lines(folder.resolve("answer.jsonl"))) {
      return lines.map(line -> read(json, line)).collect(Collectors.toList());
    }
  }

  private static JsonNode read(ObjectMapper json, String line) {
    try {
      return json.readTree(line);
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + line, e);
    }
  }

  private static List<JsonNode> named(List<JsonNode> events, String name) {
    return events.stream().filter(each -> each.path("event").asText().equals(name)).toList();
  }

  private static List<String> texts(List<JsonNode> events, String name, String field) {
    return named(events, name).stream().map(each -> each.path(field).asText()).toList();
  }

  private static double loudness(AudioFrame sound, double from, double to) {
    int rate = sound.format().sampleRateHz();
    return AudioLevel.of(sound.slice((int) (from * rate), (int) (to * rate))).rmsDbfs();
  }
}
