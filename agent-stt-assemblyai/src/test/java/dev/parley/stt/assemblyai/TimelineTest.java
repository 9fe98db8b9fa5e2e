package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private final Timeline timeline = new Timeline(16_000);

  private static Chunk chunk(long start, int samples, int sentSamples) {
    return new Chunk(start, samples, new byte[sentSamples * 2], 2, false);
  }

  @Test
  void aSessionThatBeganInMidStreamIsMovedThere() {
    timeline.sent(chunk(160_000, 800, 800));
    timeline.sent(chunk(160_800, 800, 800));
    assertThat(timeline.at(0)).isEqualTo(Duration.ofSeconds(10));
    assertThat(timeline.at(75)).isEqualTo(Duration.ofMillis(10_075));
  }

  @Test
  void paddingIsNotOfTheStream() {
    timeline.sent(chunk(0, 160, 800)); // 10 ms and 40 ms of padding
    timeline.sent(chunk(160, 800, 800));
    assertThat(timeline.at(30)).isEqualTo(Duration.ofMillis(10));
    assertThat(timeline.at(50)).isEqualTo(Duration.ofMillis(10));
    assertThat(timeline.at(60)).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void silenceThatWasPutInIsNotOfTheStream() {
    timeline.sent(chunk(0, 800, 800));
    timeline.padded(1_600);
    timeline.sent(chunk(800, 800, 800));
    assertThat(timeline.at(100)).isEqualTo(Duration.ofMillis(50));
    assertThat(timeline.at(175)).isEqualTo(Duration.ofMillis(75));
  }

  @Test
  void silenceThatWasLeftOutMovesWhatFollows() {
    timeline.sent(chunk(0, 800, 800));
    timeline.sent(chunk(16_000, 800, 800));
    assertThat(timeline.at(49)).isEqualTo(Duration.ofMillis(49));
    assertThat(timeline.at(51)).isEqualTo(Duration.ofMillis(1_001));
  }

  @Test
  void nothingIsLaterThanWhatWasSent() {
    assertThat(timeline.at(5_000)).isEqualTo(Duration.ZERO);
    timeline.sent(chunk(0, 800, 800));
    assertThat(timeline.at(5_000)).isEqualTo(Duration.ofMillis(50));
    assertThat(timeline.sentTo()).isEqualTo(800);
  }

  @Test
  void manyGapsDoNotFillTheMemory() {
    for (int i = 0; i < 5_000; i++) {
      timeline.sent(chunk(i * 1_000L, 800, 800));
    }
    long lastMillis = 5_000 * 50 - 1;
    assertThat(timeline.sampleAt(lastMillis)).isEqualTo(4_999_000 + 784);
    assertThat(timeline.at(0)).isPositive();
  }
}
