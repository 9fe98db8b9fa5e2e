package dev.parley.audio;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;

/**
 * Reads and writes WAV files. All methods block on the file: they are not for the session loop.
 *
 * <p>Reads PCM of 8, 16, 24 and 32 bits and floats of 32 bits, one or two channels, 8,000 to
 * 192,000 Hz, plain or WAVE_FORMAT_EXTENSIBLE; all become 16 bits, rounded. Chunks it does not know
 * are skipped. Where a program that wrote into a pipe left the length open (0, or 2 GiB and more),
 * the audio goes to the end of the file. At most 256 MiB of audio are read. Writes PCM of 16 bits.
 *
 * <p>The layout is that of Microsoft's "Multimedia Programming Interface and Data Specifications
 * 1.0" of 1991, and of "Multiple Channel Audio Data and WAVE Files" of 2001 for the extensible
 * form.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WavFile {
  private WavFile() {}

  /**
   * Reads a whole file.
   *
   * @throws IOException when it is missing, is no WAV file, is cut off, too large, or in a form
   *     that is not supported; the message is a sentence that names the file and says what to do
   */
  public static AudioFrame read(Path file) throws IOException {
    if (!Files.exists(file)) {
      throw new IOException(file + " does not exist; name a WAV file");
    }
    if (Files.isDirectory(file)) {
      throw new IOException(file + " is a folder; name a WAV file in it");
    }
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads a WAV file from a stream, up to the end of its audio; does not close it.
   *
   * @param name stands for the file in error messages
   * @throws IOException as {@link #read(Path)} does
   */
  public static AudioFrame read(InputStream in, String name) throws IOException {
    return new WavReader(in, name).read();
  }

  /** Writes one frame as a file; a file that is there is replaced. */
  public static void write(Path file, AudioFrame audio) throws IOException {
    try (WavWriter writer = WavWriter.open(file, audio.format())) {
      writer.write(audio);
    }
  }

  /**
   * Writes frames of this format one after the other as a file; a file that is there is replaced.
   */
  public static void write(Path file, AudioFormat format, Iterable<AudioFrame> frames)
      throws IOException {
    try (WavWriter writer = WavWriter.open(file, format)) {
      for (AudioFrame each : frames) {
        writer.write(each);
      }
    }
  }
}
