package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PcmAssemblerTest {
  @Test
  void everySplitGivesTheSameSamplesAndTellsWhatIsLeft() {
    for (int seed = 0; seed < 200; seed++) {
      var random = new Random(seed);
      var format = new AudioFormat(16_000, 1 + random.nextInt(2));
      var bytes = new byte[random.nextInt(3_000)];
      random.nextBytes(bytes);
      var assembler = new PcmAssembler(format);

      AudioFrame joined =
          Signals.collect(
              format,
              out -> {
                for (int at = 0; at < bytes.length; ) {
                  int next =
                      Math.min(bytes.length, at + random.nextInt(random.nextBoolean() ? 4 : 900));
                  out.accept(assembler.add(Arrays.copyOfRange(bytes, at, next)));
                  at = next;
                }
              });

      int rest = bytes.length % format.bytesPerSample();
      assertThat(joined.toByteArray()).isEqualTo(Arrays.copyOf(bytes, bytes.length - rest));
      assertThat(assembler.pendingBytes()).isEqualTo(rest);
    }
  }

  @Test
  void aHalfSampleWaitsForItsOtherHalf() {
    var assembler = new PcmAssembler(AudioFormat.MONO_16K);

    assertThat(assembler.add(new byte[] {1}).sampleCount()).isZero();
    assertThat(assembler.pendingBytes()).isEqualTo(1);
    AudioFrame frame = assembler.add(new byte[] {2, 3});

    assertThat(frame.sampleCount()).isEqualTo(1);
    assertThat(frame.sample(0)).isEqualTo((short) 0x0201);
    assertThat(assembler.pendingBytes()).isEqualTo(1);
  }

  @Test
  void aBufferIsReadToItsEndAndNoFurther() {
    var assembler = new PcmAssembler(AudioFormat.MONO_16K);
    ByteBuffer buffer = ByteBuffer.allocateDirect(10).position(1).limit(6);

    assertThat(assembler.add(buffer).byteLength()).isEqualTo(4);
    assertThat(buffer.remaining()).isZero();
    assertThat(buffer.limit()).isEqualTo(6);
    assertThat(assembler.pendingBytes()).isEqualTo(1);
  }

  @Test
  void theBytesAreCopied() {
    var bytes = new byte[] {1, 0};
    AudioFrame frame = new PcmAssembler(AudioFormat.MONO_16K).add(bytes);
    bytes[0] = 9;

    assertThat(frame.sample(0)).isEqualTo((short) 1);
  }

  @Test
  void resetDropsTheUnfinishedSample() {
    var assembler = new PcmAssembler(AudioFormat.MONO_16K);
    assembler.add(new byte[] {7});
    assembler.reset();

    assertThat(assembler.pendingBytes()).isZero();
    assertThat(assembler.add(new byte[] {1, 0}).sample(0)).isEqualTo((short) 1);
  }
}
