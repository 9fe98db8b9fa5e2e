package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AudioLogTest {
  private static final int SIZE = 800;

  private final ChunkMemory memory = new ChunkMemory(2 * SIZE);
  private final AudioLog log = new AudioLog(10 * SIZE, memory);

  private void append(int chunks) {
    for (int i = 0; i < chunks; i++) {
      append(false);
    }
  }

  private void append(boolean quiet) {
    byte[] bytes = memory.take();
    Arrays.fill(bytes, (byte) (log.end() / SIZE));
    log.append(new Chunk(log.end(), SIZE, bytes, 2, quiet));
  }

  private static List<Long> starts(List<Chunk> chunks) {
    return chunks.stream().map(Chunk::start).toList();
  }

  @Test
  void audioIsTakenInOrderUpToALength() {
    append(3);
    assertThat(starts(log.take(2 * SIZE, -1))).containsExactly(0L, 800L);
    assertThat(starts(log.take(2 * SIZE, -1))).containsExactly(1_600L);
    assertThat(log.hasUnsent()).isFalse();
  }

  @Test
  void atLeastOneIsTaken() {
    append(1);
    assertThat(log.take(1, -1)).hasSize(1);
  }

  @Test
  void aMessageDoesNotReachAcrossABorder() {
    append(4);
    assertThat(starts(log.take(10 * SIZE, 1_600))).containsExactly(0L, 800L);
    assertThat(starts(log.take(10 * SIZE, 1_600))).containsExactly(1_600L, 2_400L);
  }

  @Test
  void whatWasSentIsSentAgainFromTheVerySampleOn() {
    append(4);
    log.take(10 * SIZE, -1);
    assertThat(log.rewind(1_000)).isEqualTo(2_200);
    List<Chunk> again = log.take(10 * SIZE, -1);
    assertThat(starts(again)).containsExactly(1_000L, 1_600L, 2_400L);
    assertThat(again.get(0).sentSamples()).isEqualTo(600);
  }

  @Test
  void whatIsNotNeededIsForgotten() {
    append(4);
    log.take(10 * SIZE, -1);
    log.forget(1_700);
    assertThat(log.start()).isEqualTo(1_600);
    assertThat(log.samples()).isEqualTo(2 * SIZE);
  }

  @Test
  void theOldestOfWhatWasSentGoesFirst() {
    append(8);
    log.take(4 * SIZE, -1);
    append(4);
    assertThat(log.samples()).isEqualTo(10 * SIZE);
    assertThat(log.start()).isEqualTo(2 * SIZE);
  }

  @Test
  void whatWasNotSentIsNeverDropped() {
    append(12);
    assertThat(log.samples()).isEqualTo(12 * SIZE);
    assertThat(log.start()).isZero();
  }

  @Test
  void theFirstVoiceIsFoundBehindSilence() {
    append(true);
    append(true);
    append(true);
    append(false);
    assertThat(log.firstVoice(0, 0)).isEqualTo(3 * SIZE);
    assertThat(log.firstVoice(0, 1_000)).isEqualTo(3 * SIZE - 1_000);
    assertThat(log.firstVoice(0, 100_000)).isZero();
    assertThat(log.firstVoice(4 * SIZE, 0)).isEqualTo(log.end());
  }

  @Test
  void samplesPassOnceHoweverOftenTheyAreSent() {
    append(3);
    log.take(10 * SIZE, -1);
    log.rewind(0);
    assertThat(log.passedSamples()).isEqualTo(3 * SIZE);
    log.take(10 * SIZE, -1);
    assertThat(log.passedSamples()).isEqualTo(3 * SIZE);
  }

  @Test
  void silenceThatIsLeftOutPassesToo() {
    append(3);
    log.leaveOut(2 * SIZE);
    assertThat(log.passedSamples()).isEqualTo(2 * SIZE);
    assertThat(log.start()).isEqualTo(2 * SIZE);
  }

  private static List<Integer> contents(List<Chunk> chunks) {
    return chunks.stream().map(chunk -> (int) chunk.payload().getByte(0)).toList();
  }

  @Test
  void whatIsKeptIsNotWrittenOverByWhatComes() {
    append(4);
    log.take(10 * SIZE, -1);
    log.forget(2 * SIZE);
    append(3); // the first two of them where the forgotten ones were
    log.rewind(2 * SIZE + 1);
    assertThat(contents(log.take(10 * SIZE, -1))).containsExactly(2, 3, 4, 5, 6);
    append(12); // more than it holds
    log.leaveOut(9 * SIZE);
    append(2);
    log.rewind(0);
    List<Chunk> all = log.take(100 * SIZE, -1);
    assertThat(contents(all))
        .isEqualTo(all.stream().map(chunk -> (int) (chunk.start() / SIZE)).toList());
  }

  @Test
  void aMessageThatIsUnderWayKeepsItsSoundWhenItIsForgotten() {
    append(1);
    var message = log.take(SIZE, -1).get(0).payload();
    log.forget(SIZE);
    append(1);
    assertThat(message.getByte(0)).isZero();
  }
}
