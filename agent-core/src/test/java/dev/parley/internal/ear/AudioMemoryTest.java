package dev.parley.internal.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioMemoryTest {
  private static final long MILLI = 1_000_000;
  private static final AudioFrame FRAME =
      AudioFrame.silence(AudioFormat.MONO_16K, Duration.ofMillis(20));

  private final AudioMemory memory = new AudioMemory();

  private void add(long captured) {
    memory.add(FRAME, captured * MILLI, 20 * MILLI);
  }

  private List<Long> replayed() {
    var times = new ArrayList<Long>();
    memory.replay((frame, captured) -> times.add(captured / MILLI));
    return times;
  }

  @Test
  void itIsHeardAgainInOrder() {
    add(0);
    add(20);
    add(100);

    assertThat(replayed()).containsExactly(0L, 20L, 100L);
    assertThat(replayed()).hasSize(3);
  }

  @Test
  void whatWasUnderstoodIsForgotten() {
    add(0);
    add(20);
    add(40);
    memory.forgetBefore(40 * MILLI);

    assertThat(replayed()).containsExactly(40L);
    memory.forgetBefore(59 * MILLI); // a frame of which something is needed stays whole
    assertThat(replayed()).containsExactly(40L);
    memory.forgetBefore(1_000 * MILLI);
    assertThat(replayed()).isEmpty();
  }

  @Test
  void itKeepsThirtySecondsAndNoMore() {
    for (int i = 0; i < 3_000; i++) {
      add(i * 20L);
    }

    assertThat(replayed()).hasSize(1_500).startsWith(30_000L).endsWith(59_980L);
  }

  @Test
  void forgettingMakesRoom() {
    for (int i = 0; i < 1_500; i++) {
      add(i * 20L);
    }
    memory.forgetBefore(10_000 * MILLI);
    add(30_000);

    assertThat(replayed()).hasSize(1_001).startsWith(10_000L);
  }
}
