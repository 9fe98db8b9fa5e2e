package dev.parley.internal.ear;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioMemoryTest {
  private static final long MILLI = 1_000_000;
  private static final AudioFrame FRAME =
      AudioFrame.silence(AudioFormat.MONO_16K, Duration.ofMillis(20));

  private final AudioMemory memory = new AudioMemory(AudioFormat.MONO_16K);

  private void add(long captured) {
    memory.add(FRAME, captured * MILLI);
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

  /** Frames of this many samples, each with other samples, one after the other. */
  private List<AudioFrame> framesOf(int... lengths) {
    var frames = new ArrayList<AudioFrame>();
    short sample = 0;
    for (int length : lengths) {
      var samples = new short[length];
      for (int i = 0; i < length; i++) {
        samples[i] = sample++;
      }
      frames.add(AudioFrame.ofSamples(AudioFormat.MONO_16K, samples));
    }
    return frames;
  }

  private List<String> heard() {
    var pcm = new ArrayList<String>();
    memory.replay((frame, captured) -> pcm.add(captured + " " + hash(frame)));
    return pcm;
  }

  private static int hash(AudioFrame frame) {
    return Arrays.hashCode(frame.toByteArray());
  }

  @Test
  void framesOfAnyLengthAreHeardAgainAsTheyWere() {
    List<AudioFrame> frames = framesOf(1, 0, 160, 43, 15_900, 40_000, 320, 16_000, 2);
    var expected = new ArrayList<String>();
    long captured = 7;
    for (AudioFrame frame : frames) {
      memory.add(frame, captured);
      if (frame.sampleCount() > 0) {
        expected.add(captured + " " + hash(frame));
      }
      captured += frame.duration().toNanos();
    }
    assertThat(heard()).isEqualTo(expected);
  }

  @Test
  void whatTakesAPlaceThatWasUsedBeforeIsHeardAsItIs() {
    long captured = 0;
    for (int round = 0; round < 40; round++) {
      var expected = new ArrayList<String>();
      for (AudioFrame frame : framesOf(700 + round, 9_000, 8_000, 3)) {
        memory.add(frame, captured);
        expected.add(captured + " " + hash(frame));
        captured += frame.duration().toNanos();
      }
      assertThat(heard()).isEqualTo(expected);
      memory.forgetBefore(captured);
      assertThat(heard()).isEmpty();
    }
  }

  @Test
  void manySmallFramesAreKeptAsLongAsFewLargeOnes() {
    AudioFrame small = AudioFrame.silence(AudioFormat.MONO_16K, Duration.ofMillis(1));
    for (int i = 0; i < 31_000; i++) {
      memory.add(small, i * MILLI);
    }
    assertThat(replayed()).hasSize(30_000).startsWith(1_000L);
  }
}
