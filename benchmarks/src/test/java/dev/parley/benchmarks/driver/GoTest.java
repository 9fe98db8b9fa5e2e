package dev.parley.benchmarks.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GoTest {
  @Test
  void callersAreSpreadOverTheCycleInFiveGroups() {
    Go go = Go.parse("GO 5000000 9000000\n");

    assertThat(go.stopMicros()).isEqualTo(9_000_000);
    assertThat(go.beginOf(0, 100, 2_000)).isEqualTo(5_000_000);
    assertThat(go.beginOf(1, 100, 2_000)).isEqualTo(5_202_000);
    assertThat(go.beginOf(99, 100, 2_000)).isEqualTo(24_808_000);
  }

  @Test
  void anythingElseIsRefused() {
    assertThatThrownBy(() -> Go.parse("STOP"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not GO START STOP");
  }
}
