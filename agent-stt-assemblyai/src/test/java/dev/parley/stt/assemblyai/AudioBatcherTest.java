package dev.parley.stt.assemblyai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.testkit.ManualClock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudioBatcherTest {
  private static final long SEED = 7;

  private final List<Chunk> chunks = new ArrayList<>();

  private AudioBatcher batcher(int rateHz, Encoding encoding) {
    var timers = new Timers(new ManualClock(), new SerialContext(failure -> {}));
    var voice = new VoiceTail(timers, rateHz);
    int samples = AudioBatcher.samplesIn(rateHz, 50);
    var memory = new ChunkMemory(samples * encoding.bytesPerSample());
    return new AudioBatcher(samples, encoding, voice, memory, chunks::add);
  }

  private static AudioFrame noise(AudioFormat format, int samples, Random random) {
    var values = new short[samples];
    for (int i = 0; i < samples; i++) {
      values[i] = (short) random.nextInt();
    }
    return AudioFrame.ofSamples(format, values);
  }

  @ParameterizedTest
  @CsvSource({
    "8000, 400",
    "11025, 552",
    "16000, 800",
    "22050, 1103",
    "44100, 2205",
    "48000, 2400",
    "96000, 4800"
  })
  void fiftyMillisecondsAreRoundedUpToWholeSamples(int rateHz, int samples) {
    assertThat(AudioBatcher.samplesIn(rateHz, 50)).isEqualTo(samples);
  }

  @ParameterizedTest
  @ValueSource(ints = {8_000, 11_025, 16_000, 22_050, 44_100, 48_000, 96_000})
  void theSameAudioGivesTheSameMessagesHoweverItIsCut(int rateHz) {
    var random = new Random(SEED);
    AudioFormat format = AudioFormat.mono(rateHz);
    AudioFrame audio = noise(format, rateHz, random);
    AudioBatcher batcher = batcher(rateHz, Encoding.PCM_S16LE);
    for (int from = 0; from < audio.sampleCount(); ) {
      int to = Math.min(audio.sampleCount(), from + random.nextInt(rateHz / 5));
      batcher.add(audio.slice(from, to));
      from = to;
    }
    batcher.flush();
    var sent = new Buffer();
    long position = 0;
    for (Chunk each : chunks) {
      assertThat(each.sentSamples()).isEqualTo(AudioBatcher.samplesIn(rateHz, 50));
      assertThat(each.start()).isEqualTo(position);
      position += each.samples();
      sent.write(each.payload());
    }
    assertThat(position).isEqualTo(audio.sampleCount());
    assertThat(sent.readByteArray()).startsWith(audio.toByteArray());
  }

  @Test
  void theTailIsPaddedWithSilenceAndNotWithOldSound() {
    AudioBatcher batcher = batcher(16_000, Encoding.PCM_S16LE);
    batcher.add(noise(AudioFormat.MONO_16K, 800, new Random(SEED)));
    batcher.add(AudioFrame.ofSamples(AudioFormat.MONO_16K, (short) 1, (short) 2));
    batcher.flush();
    Chunk tail = chunks.get(1);
    assertThat(tail.samples()).isEqualTo(2);
    assertThat(tail.sentSamples()).isEqualTo(800);
    assertThat(tail.payload().substring(4, 1_600).toByteArray()).containsOnly(0);
  }

  @Test
  void flushingNothingSendsNothing() {
    batcher(16_000, Encoding.PCM_S16LE).flush();
    assertThat(chunks).isEmpty();
  }

  @Test
  void muLawHasOneByteASampleAndPadsWithItsOwnSilence() {
    AudioBatcher batcher = batcher(8_000, Encoding.PCM_MULAW);
    batcher.add(AudioFrame.ofSamples(AudioFormat.mono(8_000), (short) 1_000));
    batcher.flush();
    assertThat(chunks.get(0).payload().size()).isEqualTo(400);
    assertThat(chunks.get(0).payload().substring(1, 400).toByteArray()).containsOnly(0xff);
  }

  @Test
  void aRateThatTheVendorDoesNotTakeIsLowered() {
    assertThat(AudioBatcher.format(AudioFormat.mono(192_000))).isEqualTo(AudioFormat.MONO_48K);
    assertThat(AudioBatcher.format(new AudioFormat(44_100, 2)).sampleRateHz()).isEqualTo(44_100);
    assertThat(AudioBatcher.format(new AudioFormat(44_100, 2)).channels()).isEqualTo(1);
  }
}
