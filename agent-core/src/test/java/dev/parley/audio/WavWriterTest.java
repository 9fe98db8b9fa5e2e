package dev.parley.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WavWriterTest {
  private static final AudioFormat STEREO = new AudioFormat(16_000, 2);

  @TempDir Path folder;

  @Test
  void everySplitGivesTheSameFile() throws IOException {
    for (int seed = 0; seed < 20; seed++) {
      var random = new Random(seed);
      var format = new AudioFormat(24_000, 1 + random.nextInt(2));
      AudioFrame noise = Signals.noise(format, random.nextInt(50_000), random);
      Path file = folder.resolve(seed + ".wav");

      WavFile.write(file, format, Signals.cut(noise, random));

      assertThat(Files.size(file)).isEqualTo(44 + noise.byteLength());
      AudioFrame back = WavFile.read(file);
      assertThat(back.format()).isEqualTo(format);
      assertThat(back.toByteArray()).isEqualTo(noise.toByteArray());
    }
  }

  @Test
  void twoMonoFramesLieSideBySideAndTheShorterEndsInSilence() throws IOException {
    Path file = folder.resolve("record.wav");
    try (WavWriter writer = WavWriter.open(file, STEREO)) {
      writer.write(
          AudioFrame.ofSamples(AudioFormat.MONO_16K, (short) 1, (short) 2),
          AudioFrame.ofSamples(AudioFormat.MONO_16K, (short) -1));
      assertThat(writer.sampleCount()).isEqualTo(2);
    }

    AudioFrame expected = AudioFrame.ofSamples(STEREO, (short) 1, (short) -1, (short) 2, (short) 0);
    assertThat(WavFile.read(file).toByteArray()).isEqualTo(expected.toByteArray());
  }

  @Test
  void aLongStereoRecordIsWhole() throws IOException {
    AudioFrame left = Signals.noise(AudioFormat.MONO_16K, 33_333, new Random(1));
    AudioFrame right = Signals.noise(AudioFormat.MONO_16K, 33_333, new Random(2));
    Path file = folder.resolve("record.wav");
    try (WavWriter writer = WavWriter.open(file, STEREO)) {
      writer.write(left, right);
    }

    AudioFrame back = WavFile.read(file);
    for (int i = 0; i < left.sampleCount(); i++) {
      assertThat(back.sample(2 * i)).isEqualTo(left.sample(i));
      assertThat(back.sample(2 * i + 1)).isEqualTo(right.sample(i));
    }
  }

  @Test
  void whatReachedTheDiskBeforeACrashCanBeRead() throws IOException {
    Path file = folder.resolve("crashed.wav");
    Path copy = folder.resolve("copy.wav");
    AudioFrame noise = Signals.noise(AudioFormat.MONO_16K, 40_000, new Random(1));
    try (WavWriter writer = WavWriter.open(file, AudioFormat.MONO_16K)) {
      writer.write(noise);
      Files.copy(file, copy);
    }

    AudioFrame back = WavFile.read(copy);

    assertThat(back.sampleCount()).isPositive();
    assertThat(back.toByteArray()).isEqualTo(noise.slice(0, back.sampleCount()).toByteArray());
  }

  @Test
  void aFileThatIsThereIsReplaced() throws IOException {
    Path file = folder.resolve("again.wav");
    WavFile.write(file, Signals.constant(AudioFormat.MONO_16K, 1, 1_000));
    WavFile.write(file, Signals.constant(AudioFormat.MONO_16K, 2, 10));

    assertThat(WavFile.read(file).sampleCount()).isEqualTo(10);
  }

  @Test
  void aFileWithoutAudioIsAFile() throws IOException {
    Path file = folder.resolve("none.wav");
    WavWriter.open(file, AudioFormat.MONO_16K).close();

    assertThat(WavFile.read(file).sampleCount()).isZero();
  }

  @Test
  void afterClosingNothingIsWrittenAndClosingAgainIsFine() throws IOException {
    Path file = folder.resolve("closed.wav");
    WavWriter writer = WavWriter.open(file, AudioFormat.MONO_16K);
    writer.close();
    writer.close();

    assertThatIOException()
        .isThrownBy(() -> writer.write(Signals.constant(AudioFormat.MONO_16K, 1, 1)))
        .withMessage(file + " is closed; open another file");
  }

  @Test
  void aMissingFolderAndWrongFormatsAreRefused() throws IOException {
    Path lost = folder.resolve("missing/a.wav");
    assertThatIOException()
        .isThrownBy(() -> WavWriter.open(lost, AudioFormat.MONO_16K))
        .withMessage(lost + " cannot be written: its folder does not exist; make it first");
    AudioFrame mono = Signals.constant(AudioFormat.MONO_16K, 1, 1);
    try (WavWriter stereo = WavWriter.open(folder.resolve("a.wav"), STEREO);
        WavWriter other = WavWriter.open(folder.resolve("b.wav"), AudioFormat.MONO_24K)) {
      assertThat(other.format()).isEqualTo(AudioFormat.MONO_24K);
      assertThatIllegalArgumentException().isThrownBy(() -> stereo.write(mono));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> stereo.write(Signals.constant(STEREO, 1, 1), mono));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> other.write(mono))
          .withMessageContaining("resample it first");
      assertThatIllegalArgumentException().isThrownBy(() -> other.write(mono, mono));
    }
  }
}
