package dev.parley.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Writes a WAV file of 16-bit PCM frame by frame. Not thread-safe. Blocks on the file: not for the
 * session loop.
 *
 * <p>The lengths in the header are open until {@link #close()} enters them, so what was written
 * before a crash can be read, also by {@link WavFile}.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class WavWriter implements AutoCloseable {
  private static final int HEADER_BYTES = 44;
  private static final int RIFF_LENGTH_AT = 4;
  private static final int DATA_LENGTH_AT = 40;
  private static final int OPEN_LENGTH = 0xFFFF_FFFF;

  /** Both lengths of the header have 32 bits. */
  private static final long MOST_DATA_BYTES = 0xFFFF_FFFFL - HEADER_BYTES;

  private static final int BUFFER_BYTES = 32 * 1024;

  private final Path file;
  private final AudioFormat format;
  private final FileChannel channel;
  private final ByteBuffer buffer =
      ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
  private long dataBytes;

  private WavWriter(Path file, AudioFormat format, FileChannel channel) {
    this.file = file;
    this.format = format;
    this.channel = channel;
  }

  /**
   * Opens a file; one that is there is replaced.
   *
   * @throws IOException when it cannot be written, such as because its folder does not exist
   */
  public static WavWriter open(Path file, AudioFormat format) throws IOException {
    Objects.requireNonNull(format, "format");
    try {
      var channel =
          FileChannel.open(
              file,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
      var writer = new WavWriter(file, format, channel);
      writer.putHeader();
      return writer;
    } catch (NoSuchFileException e) {
      throw new IOException(
          file + " cannot be written: its folder does not exist; make it first", e);
    }
  }

  /** The format of the file. */
  public AudioFormat format() {
    return format;
  }

  /** How many samples, in each channel, were written so far. */
  public long sampleCount() {
    return dataBytes / format.bytesPerSample();
  }

  /**
   * Writes a frame.
   *
   * @throws IllegalArgumentException when the frame has another format than the file
   * @throws IOException when the disk refuses it, or the file would pass the 4 GiB that a WAV file
   *     can hold
   */
  public void write(AudioFrame frame) throws IOException {
    requireFormat(frame, format);
    requireRoom(frame.byteLength());
    ByteBuffer bytes = frame.asByteBuffer();
    while (bytes.hasRemaining()) {
      if (!buffer.hasRemaining()) {
        drain();
      }
      int count = Math.min(buffer.remaining(), bytes.remaining());
      buffer.put(bytes.slice(bytes.position(), count));
      bytes.position(bytes.position() + count);
    }
  }

  /**
   * Writes two frames of one channel side by side; the shorter is filled up with silence.
   *
   * @throws IllegalArgumentException when the file has not two channels, or a frame is not mono of
   *     the file's rate
   * @throws IOException as {@link #write(AudioFrame)} does
   */
  public void write(AudioFrame left, AudioFrame right) throws IOException {
    if (format.channels() != 2) {
      throw new IllegalArgumentException(
          "the file has one channel, so it takes no left and right; open it with two");
    }
    requireFormat(left, AudioFormat.mono(format.sampleRateHz()));
    requireFormat(right, left.format());
    int samples = Math.max(left.sampleCount(), right.sampleCount());
    requireRoom((long) samples * format.bytesPerSample());
    for (int i = 0; i < samples; i++) {
      if (buffer.remaining() < format.bytesPerSample()) {
        drain();
      }
      buffer.putShort(sampleOrSilence(left, i)).putShort(sampleOrSilence(right, i));
    }
  }

  /** Enters the lengths and closes the file. Idempotent. */
  @Override
  public void close() throws IOException {
    if (!channel.isOpen()) {
      return;
    }
    try (channel) {
      drain();
      patch(RIFF_LENGTH_AT, dataBytes + HEADER_BYTES - 8);
      patch(DATA_LENGTH_AT, dataBytes);
    }
  }

  private void putHeader() {
    buffer.put(ascii("RIFF")).putInt(OPEN_LENGTH).put(ascii("WAVE"));
    buffer.put(ascii("fmt ")).putInt(16).putShort((short) 1).putShort((short) format.channels());
    buffer.putInt(format.sampleRateHz()).putInt(format.sampleRateHz() * format.bytesPerSample());
    buffer.putShort((short) format.bytesPerSample()).putShort((short) 16);
    buffer.put(ascii("data")).putInt(OPEN_LENGTH);
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static short sampleOrSilence(AudioFrame frame, int index) {
    return index < frame.sampleCount() ? frame.sample(index) : 0;
  }

  private static void requireFormat(AudioFrame frame, AudioFormat expected) {
    if (!frame.format().equals(expected)) {
      throw new IllegalArgumentException(
          "the frame is %s, but the file takes %s; resample it first"
              .formatted(frame.format(), expected));
    }
  }

  private void requireRoom(long bytes) throws IOException {
    if (!channel.isOpen()) {
      throw new IOException(file + " is closed; open another file");
    }
    if (dataBytes + bytes > MOST_DATA_BYTES) {
      throw new IOException(file + " is full: a WAV file holds 4 GiB; go on in another file");
    }
    dataBytes += bytes;
  }

  private void drain() throws IOException {
    buffer.flip();
    while (buffer.hasRemaining()) {
      channel.write(buffer);
    }
    buffer.clear();
  }

  private void patch(int at, long length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putInt((int) length).flip();
    while (bytes.hasRemaining()) {
      channel.write(bytes, at + bytes.position());
    }
  }
}
