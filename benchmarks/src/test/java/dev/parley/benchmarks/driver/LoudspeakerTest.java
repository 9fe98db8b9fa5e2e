package dev.parley.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.RoomListener;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoudspeakerTest {
  private static final AudioFrame FRAME =
      AudioFrame.silence(AudioFormat.MONO_24K, Duration.ofMillis(20));

  @TempDir Path folder;
  private long now = 1_000_000;
  private EventLog log;
  private Loudspeaker loudspeaker;

  @BeforeEach
  void open() throws IOException {
    log = new EventLog(folder.resolve("events"));
    loudspeaker = new Loudspeaker(7, AudioFormat.MONO_16K, new RoomListener() {}, log, () -> now);
  }

  private void play(long... pausesMicros) {
    for (long pause : pausesMicros) {
      now += pause;
      loudspeaker.offer(FRAME);
    }
  }

  private List<JsonNode> events() throws IOException {
    log.close();
    var json = new ObjectMapper();
    List<JsonNode> events = new ArrayList<>();
    for (String line : Files.readAllLines(folder.resolve("events"))) {
      events.add(json.readTree(line));
    }
    return events;
  }

  @Test
  void aReplyIsToldFromItsFirstFrameToItsLast() throws IOException {
    play(0, 20_000, 20_500);
    loudspeaker.ended(true);

    List<JsonNode> events = events();

    assertThat(events)
        .extracting(each -> each.path("ev").asText())
        .containsExactly("out_start", "out_end");
    assertThat(events.get(0).path("handed_us").asLong()).isEqualTo(1_000_000);
    assertThat(events.get(1).path("end").asText()).isEqualTo("drained");
    assertThat(events.get(1).path("frames").asInt()).isEqualTo(3);
    assertThat(events.get(1).path("max_gap_ms").asDouble()).isEqualTo(20.5);
    assertThat(events.get(1).path("last_us").asLong()).isEqualTo(1_040_500);
  }

  @Test
  void aFrameThatComesLateIsAGap() throws IOException {
    play(0, 40_001);
    loudspeaker.ended(false);

    List<JsonNode> events = events();

    assertThat(events.get(1).path("ev").asText()).isEqualTo("out_gap");
    assertThat(events.get(1).path("gap_ms").asDouble()).isEqualTo(40.001);
    assertThat(events.get(2).path("gaps40").asInt()).isEqualTo(1);
    assertThat(events.get(2).path("end").asText()).isEqualTo("stopped");
  }

  @Test
  void aPauseIsNoGapAndTellsWhenTheLastFrameLeft() throws IOException {
    play(0, 20_000);
    loudspeaker.clear();
    loudspeaker.paused();
    play(300_000);
    loudspeaker.resumed();

    List<JsonNode> events = events();

    assertThat(events)
        .extracting(each -> each.path("ev").asText())
        .containsExactly("out_start", "out_pause", "out_resume");
    assertThat(events.get(1).path("last_us").asLong()).isEqualTo(1_020_000);
  }

  @Test
  void repliesAreNumberedAndOneThatNeverSoundedIsNone() throws IOException {
    play(0);
    loudspeaker.ended(true);
    loudspeaker.ended(true);
    play(1_000_000);

    assertThat(events())
        .extracting(each -> each.path("ev").asText() + each.path("r").asInt())
        .containsExactly("out_start0", "out_end0", "out_start1");
  }
}
