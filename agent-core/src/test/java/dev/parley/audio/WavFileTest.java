package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavFileTest {
  @TempDir Path folder;

  @Test
  void sixteenBitsAreReadAsTheyAre() throws IOException {
    AudioFrame audio = read(pcm().data(4, 0x34, 0x12, 0xFF, 0xFF));

    assertThat(audio.format()).isEqualTo(AudioFormat.MONO_16K);
    assertSamples(audio, 0x1234, -1);
  }

  @Test
  void eightBitsAreUnsigned() throws IOException {
    assertSamples(
        read(WavBytes.riff(40).format(1, 1, 16_000, 8).data(3, 0, 128, 255)), -32_768, 0, 127 << 8);
  }

  @Test
  void twentyFourBitsAreRoundedAndClipped() throws IOException {
    AudioFrame audio =
        read(
            WavBytes.riff(40)
                .format(1, 1, 16_000, 24)
                .data(12, 0x7F, 1, 0, 0x80, 1, 0, 0xFF, 0xFF, 0x7F, 0, 0, 0x80));

    assertSamples(audio, 1, 2, 32_767, -32_768);
  }

  @Test
  void thirtyTwoBitsAreRoundedAndClipped() throws IOException {
    AudioFrame audio =
        read(
            WavBytes.riff(40)
                .format(1, 1, 16_000, 32)
                .data(16)
                .number(0x0001_7FFF, 4)
                .number(0x0001_8000, 4)
                .number(Integer.MAX_VALUE, 4)
                .number(Integer.MIN_VALUE, 4));

    assertSamples(audio, 1, 2, 32_767, -32_768);
  }

  @Test
  void floatsAreScaledAndClippedAndWhatIsNoNumberIsSilent() throws IOException {
    var file = WavBytes.riff(40).format(3, 1, 16_000, 32).data(24);
    for (float each : new float[] {0.5f, -1, 1, 7, Float.NaN, Float.NEGATIVE_INFINITY}) {
      file.number(Float.floatToIntBits(each), 4);
    }

    assertSamples(read(file), 16_384, -32_768, 32_767, 32_767, 0, -32_768);
  }

  @ParameterizedTest
  @CsvSource({"1, 16", "3, 32"})
  void theExtensibleFormIsRead(int subformat, int bits) throws IOException {
    AudioFrame audio =
        read(
            WavBytes.riff(64)
                .extensible(subformat, 2, 48_000, bits)
                .data(8, 0, 0, 0, 0, 0, 0, 0, 0));

    assertThat(audio.format()).isEqualTo(new AudioFormat(48_000, 2));
    assertThat(audio.byteLength()).isEqualTo(8 * 16 / bits);
  }

  @Test
  void unknownChunksAreSkippedAlsoOfOddLength() throws IOException {
    AudioFrame audio =
        read(
            WavBytes.riff(60)
                .chunk("LIST", 1, 2, 3)
                .format(1, 1, 16_000, 16)
                .chunk("fact", 9, 9, 9, 9)
                .chunk("odd ", 7)
                .data(2, 5, 0)
                .chunk("junk", 1));

    assertSamples(audio, 5);
  }

  @Test
  void aLongerFormatChunkIsReadToItsEnd() throws IOException {
    var file = WavBytes.riff(100).text("fmt ").number(18, 4);
    file.number(1, 2).number(1, 2).number(8_000, 4).number(16_000, 4).number(2, 2).number(16, 2);
    AudioFrame audio = read(file.number(0, 2).data(2, 3, 0));

    assertThat(audio.format()).isEqualTo(AudioFormat.mono(8_000));
    assertSamples(audio, 3);
  }

  @ParameterizedTest
  @CsvSource({"-1, -1", "0, 0", "0, -1", "36, 0", "2147479588, 2147479552", "-1, 0"})
  void anOpenLengthGoesToTheEndOfTheFile(int riffLength, int dataLength) throws IOException {
    var file = WavBytes.riff(riffLength).format(1, 1, 16_000, 16);

    assertSamples(read(file.data(dataLength, 1, 0, 2, 0, 9)), 1, 2);
  }

  @Test
  void noAudioIsReadAsNone() throws IOException {
    var file = WavBytes.riff(46).format(1, 1, 16_000, 16).data(0).chunk("LIST", 1, 2);

    assertThat(read(file).sampleCount()).isZero();
  }

  @Test
  void whatIsNoWavFileIsRefused() {
    assertRefused(new byte[0], "in.wav is empty");
    assertRefused(new byte[5], "in.wav is no WAV file");
    assertRefused(
        "ID3 this is an MP3 file".getBytes(StandardCharsets.UTF_8),
        "in.wav is no WAV file: it does not begin");
    assertRefused(WavBytes.riff(4).toByteArray(), "in.wav holds no audio");
    byte[] avi = WavBytes.riff(4).toByteArray();
    avi[8] = 'A';
    assertRefused(avi, "in.wav is no WAV file: it holds something else");
    byte[] large = WavBytes.riff(4).toByteArray();
    large[2] = '6';
    large[3] = '4';
    assertRefused(large, "in.wav is no WAV file");
    System.arraycopy(new byte[] {'R', 'F', '6', '4'}, 0, large, 0, 4);
    assertRefused(large, "in.wav is a WAV file of the 64-bit form");
  }

  @Test
  void aFileThatIsCutOffIsRefusedWhereverItIsCut() {
    byte[] whole =
        WavBytes.riff(60)
            .chunk("LIST", 1, 2, 3)
            .format(1, 1, 16_000, 16)
            .data(4, 1, 0, 2, 0)
            .toByteArray();

    for (int length = 1; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      assertThatIOException()
          .isThrownBy(() -> WavFile.read(new ByteArrayInputStream(cut), "in.wav"))
          .withMessageMatching("in\\.wav (is no WAV file|is cut off|holds no audio).*");
    }
    assertRefused(
        Arrays.copyOf(whole, whole.length - 1),
        "in.wav is cut off: it promises 4 bytes of audio and has 3");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      value = {
        "7 ~ 1 ~ 8000 ~ 8 ~ is encoded as mu-law of 8 bits",
        "6 ~ 1 ~ 8000 ~ 8 ~ is encoded as A-law of 8 bits",
        "3 ~ 1 ~ 8000 ~ 64 ~ is encoded as float of 64 bits",
        "1 ~ 1 ~ 8000 ~ 12 ~ is encoded as PCM of 12 bits",
        "85 ~ 1 ~ 8000 ~ 16 ~ is encoded as MP3",
        "1234 ~ 1 ~ 8000 ~ 16 ~ is encoded as number 0x4D2",
        "1 ~ 6 ~ 48000 ~ 16 ~ has 6 channels, must have 1 or 2",
        "1 ~ 0 ~ 48000 ~ 16 ~ has 0 channels",
        "1 ~ 1 ~ 4000 ~ 16 ~ has a sample rate of 4000 Hz",
        "1 ~ 1 ~ -1 ~ 16 ~ has a sample rate of 4294967295 Hz"
      })
  void aFormThatIsNotSupportedIsNamed(int tag, int channels, int rate, int bits, String message) {
    var file = WavBytes.riff(36).format(tag, channels, rate, bits).data(0);

    assertRefused(file.toByteArray(), "in.wav " + message);
  }

  @Test
  void aDamagedHeaderIsRefused() {
    assertRefused(
        WavBytes.riff(36).chunk("fmt ", 1, 0, 1, 0).data(0).toByteArray(),
        "in.wav is damaged: its format takes less than 16 bytes");
    assertRefused(
        WavBytes.riff(36).format(0xFFFE, 1, 16_000, 16).data(0).toByteArray(),
        "in.wav is damaged: its extensible format takes less than 40 bytes");
    assertRefused(
        WavBytes.riff(36).data(2, 1, 1).toByteArray(),
        "in.wav is damaged: its audio comes before the description of its format");
    assertRefused(
        pcm().data(3, 1, 1, 1).toByteArray(), "in.wav is damaged: its audio ends within a sample");
    byte[] wrongBlock = pcm().data(2, 1, 1).toByteArray();
    wrongBlock[32] = 3;
    assertRefused(wrongBlock, "in.wav is damaged: 1 channels of 16 bits do not take 3 bytes");
    byte[] otherSubformat = WavBytes.riff(64).extensible(1, 1, 16_000, 16).data(0).toByteArray();
    otherSubformat[50] = 1;
    assertRefused(otherSubformat, "in.wav is encoded as number 0xFFFE");
  }

  @Test
  void aDeclaredLengthBeyondTheLimitIsRefusedBeforeItIsRead() {
    assertRefused(pcm().data((256 << 20) + 2).toByteArray(), "in.wav is too large");
  }

  @ParameterizedTest
  @ValueSource(ints = {0x7FFF_FFF0, -16})
  void aChunkLongerThanTheFileIsRefused(int length) {
    assertRefused(
        WavBytes.riff(36).text("LIST").number(length, 4).bytes(1, 2).toByteArray(),
        "in.wav is cut off");
  }

  @Test
  void anythingAtAllIsReadOrRefusedWithASentence() {
    byte[] whole =
        WavBytes.riff(60)
            .chunk("LIST", 1, 2, 3)
            .extensible(1, 2, 16_000, 16)
            .data(4, 1, 0, 2, 0)
            .toByteArray();
    for (int seed = 0; seed < 5_000; seed++) {
      var random = new Random(seed);
      byte[] damaged = whole.clone();
      for (int i = random.nextInt(4); i >= 0; i--) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      try {
        assertThat(WavFile.read(new ByteArrayInputStream(damaged), "in.wav")).isNotNull();
      } catch (IOException refused) {
        assertThat(refused).hasMessageStartingWith("in.wav ");
      }
    }
  }

  @Test
  void aMissingFileAndAFolderAreRefused() {
    assertThatIOException()
        .isThrownBy(() -> WavFile.read(folder.resolve("none.wav")))
        .withMessage(folder.resolve("none.wav") + " does not exist; name a WAV file");
    assertThatIOException()
        .isThrownBy(() -> WavFile.read(folder))
        .withMessage(folder + " is a folder; name a WAV file in it");
  }

  @Test
  void onlyTheAudioIsTakenFromTheStream() throws IOException {
    InputStream two =
        new SequenceInputStream(
            new ByteArrayInputStream(pcm().data(2, 1, 0).toByteArray()),
            new ByteArrayInputStream(pcm().data(2, 2, 0).toByteArray()));

    assertSamples(WavFile.read(two, "first"), 1);
    assertSamples(WavFile.read(two, "second"), 2);
  }

  @Test
  void theJdkReadsWhatWeWriteAndWeReadWhatItWrites() throws Exception {
    AudioFrame noise = Signals.noise(new AudioFormat(44_100, 2), 5_000, new Random(1));
    Path ours = folder.resolve("ours.wav");
    WavFile.write(ours, noise);
    Path theirs = folder.resolve("theirs.wav");

    try (var in = AudioSystem.getAudioInputStream(ours.toFile())) {
      assertThat(in.getFrameLength()).isEqualTo(5_000);
      AudioSystem.write(in, AudioFileFormat.Type.WAVE, theirs.toFile());
    }

    AudioFrame back = WavFile.read(theirs);
    assertThat(back.format()).isEqualTo(noise.format());
    assertThat(back.toByteArray()).isEqualTo(noise.toByteArray());
  }

  private static WavBytes pcm() {
    return WavBytes.riff(38).format(1, 1, 16_000, 16);
  }

  private static AudioFrame read(WavBytes file) throws IOException {
    return WavFile.read(new ByteArrayInputStream(file.toByteArray()), "in.wav");
  }

  private static void assertRefused(byte[] file, String message) {
    assertThatIOException()
        .isThrownBy(() -> WavFile.read(new ByteArrayInputStream(file), "in.wav"))
        .withMessageStartingWith(message);
  }

  private static void assertSamples(AudioFrame audio, int... expected) {
    var samples = new int[audio.sampleCount()];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = audio.sample(i);
    }
    assertThat(samples).containsExactly(expected);
  }
}
