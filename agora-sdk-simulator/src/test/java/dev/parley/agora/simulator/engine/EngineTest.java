package dev.parley.agora.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.audio.PcmFrame;
import dev.parley.agora.simulator.settings.NetworkConditions;
import dev.parley.agora.simulator.settings.SimulatorOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EngineTest {
  private static long millis(int millis) {
    return Duration.ofMillis(millis).toNanos();
  }

  @Test
  void aRoundOfPushesBeginsAnewWhenTheOneBeforeHasHadItsTime() {
    PushClock clock = new PushClock();
    assertThat(clock.isCompleted(0)).isTrue();
    clock.push(0, millis(100));
    clock.push(millis(50), millis(100));
    assertThat(clock.isCompleted(millis(380))).isFalse();
    assertThat(clock.isCompleted(millis(381))).isTrue();
    clock.push(millis(300), millis(10));
    assertThat(clock.isCompleted(millis(490))).isFalse();
    assertThat(clock.isCompleted(millis(491))).isTrue();
    clock.push(millis(1_000), millis(10));
    clock.reset();
    assertThat(clock.isCompleted(millis(1_000))).isTrue();
  }

  @Test
  void anySplitOfTheSameAudioGivesTheSameFrames() {
    byte[] audio = new byte[32 * 1_000];
    new Random(7).nextBytes(audio);
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      PcmSlicer slicer = new PcmSlicer();
      List<PcmFrame> frames = new ArrayList<>();
      for (int at = 0; at < audio.length; ) {
        int end = Math.min(audio.length, at + 32 * (1 + random.nextInt(60)));
        slicer.push(PcmFormat.SPEECH, Arrays.copyOfRange(audio, at, end), 0, frames::add);
        at = end;
      }
      assertThat(frames).as("seed " + seed).hasSize(100);
      for (int i = 0; i < 100; i++) {
        assertThat(frames.get(i).pcm())
            .as("seed " + seed)
            .isEqualTo(Arrays.copyOfRange(audio, 320 * i, 320 * (i + 1)));
      }
      assertThat(slicer.hasRest()).isFalse();
    }
  }

  @Test
  void aChangeOfFormatFillsUpTheRest() {
    PcmSlicer slicer = new PcmSlicer();
    List<PcmFrame> frames = new ArrayList<>();
    slicer.push(PcmFormat.SPEECH, new byte[32], 100, frames::add);
    slicer.push(new PcmFormat(48_000, 2), new byte[1_920], 500, frames::add);
    assertThat(frames).extracting(frame -> frame.pcm().length).containsExactly(320, 1_920);
    assertThat(frames).extracting(PcmFrame::presentationMs).containsExactly(100L, 500L);
  }

  @Test
  void noStateLeavesTheTable() {
    assertThat(ConnectionState.DISCONNECTED.canBecome(ConnectionState.CONNECTED)).isFalse();
    assertThat(ConnectionState.FAILED.canBecome(ConnectionState.CONNECTING)).isFalse();
    assertThat(ConnectionState.RECONNECTING.canBecome(ConnectionState.CONNECTED)).isTrue();
    for (ConnectionState state : ConnectionState.values()) {
      assertThat(state.canBecome(state)).isFalse();
    }
  }

  @Test
  void userIdsAreNumbersOfThirtyTwoBitsOrAccounts() {
    assertThat(UserIds.isNumber("0")).isTrue();
    assertThat(UserIds.isNumber("4294967295")).isTrue();
    assertThat(UserIds.isNumber("4294967296")).isFalse();
    assertThat(UserIds.isNumber("007")).isFalse();
    assertThat(UserIds.isAccount("é".repeat(32))).isTrue();
    assertThat(UserIds.isAccount("é".repeat(33))).isFalse();
  }

  @Test
  void nonsenseSettingsAreRefused() {
    assertThatThrownBy(() -> NetworkConditions.PERFECT.withLoss(1.1))
        .hasMessage("loss is 1.1, must be from 0 to 1");
    assertThatThrownBy(() -> NetworkConditions.delayed(Duration.ofMillis(-1)))
        .hasMessageContaining("latency");
    assertThatThrownBy(() -> SimulatorOptions.builder().callbackLimit(Duration.ZERO))
        .hasMessageContaining("callbackLimit");
  }
}
