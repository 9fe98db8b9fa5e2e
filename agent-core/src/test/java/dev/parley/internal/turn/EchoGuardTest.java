package dev.parley.internal.turn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EchoGuardTest {
  private String said = "We open at noon. Do come in.";
  private final EchoGuard guard = new EchoGuard(() -> said);

  @Test
  void theAgentsOwnWordsAreAnEcho() {
    assertThat(guard.isEcho("we open at noon")).isTrue();
    assertThat(guard.isEcho("Open... noon, do come!")).isTrue();
  }

  @Test
  void oneOtherWordOrAnotherOrderIsNone() {
    assertThat(guard.isEcho("we open at nine")).isFalse();
    assertThat(guard.isEcho("come in at noon")).isFalse();
  }

  @Test
  void noWordsAreNoEchoAndASilentAgentHasNone() {
    assertThat(guard.isEcho("...")).isFalse();
    said = "";
    assertThat(guard.isEcho("noon")).isFalse();
  }
}
