package dev.parley.internal.ear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamTimeTest {
  private static final long MILLI = 1_000_000;

  private final StreamTime time = new StreamTime();

  private void offer(long captured, long length) {
    time.offered(captured * MILLI, length * MILLI);
  }

  private long captured(long stream) {
    return time.captured(stream * MILLI) / MILLI;
  }

  @Test
  void withoutAudioStreamTimeIsTheClocks() {
    assertThat(captured(700)).isEqualTo(700);
  }

  @Test
  void streamTimeCountsFromTheFirstAudio() {
    offer(5_000, 20);
    offer(5_020, 20);

    assertThat(captured(0)).isEqualTo(5_000);
    assertThat(captured(30)).isEqualTo(5_030);
    assertThat(captured(-10)).isEqualTo(4_990);
  }

  @Test
  void smallDelaysOfFramesDoNotMoveIt() {
    for (int i = 0; i < 100; i++) {
      offer(1_000 + i * 20 + i % 3 * 25, 20);
    }

    assertThat(captured(1_990)).isEqualTo(2_990);
  }

  @Test
  void aGapMovesWhatComesAfterIt() {
    offer(1_000, 500);
    offer(3_000, 500);

    assertThat(captured(499)).isEqualTo(1_499);
    assertThat(captured(500)).isEqualTo(3_000);
    assertThat(captured(700)).isEqualTo(3_200);
  }

  @Test
  void manyGapsKeepTheLatest() {
    for (int i = 0; i < 1_000; i++) {
      offer(i * 1_000L, 20);
    }

    assertThat(captured(999 * 20)).isEqualTo(999_000);
    assertThat(captured(980 * 20 + 5)).isEqualTo(980_005);
  }
}
