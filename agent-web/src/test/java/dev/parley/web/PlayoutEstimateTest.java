package dev.parley.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PlayoutEstimateTest {
  private static final int SECOND = 48_000;
  private static final long MILLI = 1_000_000L;

  private final PlayoutEstimate estimate =
      new PlayoutEstimate(WebOptions.VOICE, Duration.ofMillis(40), 0);

  @Test
  void aPageThatReportsNothingPlaysAtTheSpeedOfSpeech() {
    estimate.offered(SECOND, 0);
    assertThat(estimate.buffered(0)).isEqualTo(Duration.ofSeconds(1));
    assertThat(estimate.buffered(40 * MILLI)).isEqualTo(Duration.ofSeconds(1));
    assertThat(estimate.buffered(540 * MILLI)).isEqualTo(Duration.ofMillis(500));
    assertThat(estimate.buffered(2_000 * MILLI)).isZero();
  }

  @Test
  void aReportCorrectsTheEstimate() {
    estimate.offered(SECOND, 0);
    estimate.reported(0, 4_800, 300 * MILLI);
    assertThat(estimate.buffered(300 * MILLI)).isEqualTo(Duration.ofMillis(900));
    assertThat(estimate.buffered(400 * MILLI)).isEqualTo(Duration.ofMillis(800));
  }

  @Test
  void whatWasClearedIsNeitherBufferedNorReported() {
    estimate.offered(SECOND, 0);
    estimate.cleared(1);
    assertThat(estimate.buffered(0)).isZero();
    estimate.offered(4_800, 10 * MILLI);
    estimate.reported(0, 40_000, 20 * MILLI);
    assertThat(estimate.buffered(20 * MILLI)).isEqualTo(Duration.ofMillis(100));
  }

  @Test
  void speechAfterAPauseStartsAnew() {
    estimate.offered(4_800, 0);
    estimate.offered(4_800, 10_000 * MILLI);
    assertThat(estimate.buffered(10_040 * MILLI)).isEqualTo(Duration.ofMillis(100));
    assertThat(estimate.buffered(10_140 * MILLI)).isZero();
  }

  @Test
  void moreThanWasOfferedCannotHaveBeenPlayed() {
    estimate.offered(4_800, 0);
    estimate.reported(0, 9_600, 50 * MILLI);
    assertThat(estimate.buffered(50 * MILLI)).isEqualTo(Duration.ofNanos(90 * MILLI));
  }
}
