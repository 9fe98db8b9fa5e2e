package dev.parley.audio;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads one WAV file, chunk by chunk, without going back, so that pipes can be read too. Not
 * thread-safe.
 */
final class WavReader {
  private static final long MOST_DATA_BYTES = 256L << 20;

  /**
   * Programs that write into a pipe claim a length from here on, such as 0x7FFFF000 or 0xFFFFFFFF.
   */
  private static final long FAKE_LENGTH = 0x7FFF_F000L;

  private static final int CHUNK_HEAD = 8;
  private static final int RIFF_HEAD = 12;
  private static final int MOST_FORMAT_BYTES = 40;

  private final InputStream in;
  private final String name;
  private long position;
  private long riffEnd;
  private @Nullable WavEncoding encoding;

  WavReader(InputStream in, String name) {
    this.in = in;
    this.name = name;
  }

  AudioFrame read() throws IOException {
    readRiffHead();
    while (true) {
      ByteBuffer head = readUpTo(CHUNK_HEAD);
      if (head.remaining() == 0) {
        throw wrong("holds no audio: it has no 'data' part; record or convert it again");
      }
      requireAll(head, CHUNK_HEAD);
      String kind = text(head);
      long length = Integer.toUnsignedLong(head.getInt());
      if (kind.equals("data")) {
        return readAudio(length);
      }
      if (kind.equals("fmt ")) {
        readFormat(length);
      } else {
        skip(length + length % 2);
      }
    }
  }

  private void readRiffHead() throws IOException {
    ByteBuffer head = readUpTo(RIFF_HEAD);
    if (head.remaining() == 0) {
      throw wrong("is empty; name a WAV file");
    }
    String riff = head.remaining() < RIFF_HEAD ? "" : text(head);
    if (riff.equals("RF64") || riff.equals("BW64")) {
      throw wrong("is a WAV file of the 64-bit form, too large; cut it into parts below 256 MiB");
    }
    if (!riff.equals("RIFF")) {
      throw wrong("is no WAV file: it does not begin with 'RIFF'; convert it to 16-bit PCM WAV");
    }
    riffEnd = CHUNK_HEAD + Integer.toUnsignedLong(head.getInt());
    if (!text(head).equals("WAVE")) {
      throw wrong(
          "is no WAV file: it holds something else than 'WAVE'; convert it to 16-bit PCM WAV");
    }
  }

  private void readFormat(long length) throws IOException {
    int wanted = (int) Math.min(length, MOST_FORMAT_BYTES);
    ByteBuffer chunk = requireAll(readUpTo(wanted), wanted);
    skip(length - wanted + length % 2);
    try {
      encoding = WavEncoding.parse(chunk);
    } catch (IllegalArgumentException notSupported) {
      throw new IOException(name + " " + notSupported.getMessage(), notSupported);
    }
  }

  private AudioFrame readAudio(long length) throws IOException {
    WavEncoding known = encoding;
    if (known == null) {
      throw wrong(
          "is damaged: its audio comes before the description of its format; convert it again");
    }
    return isOpen(length) ? known.decode(readToEnd()) : readExactly(length, known);
  }

  /**
   * A length of 0 is open too when all that the file declares ends here: whoever wrote it was cut
   * off.
   */
  private boolean isOpen(long length) {
    boolean nothingElseDeclared = riffEnd <= position || riffEnd >= FAKE_LENGTH;
    return length >= FAKE_LENGTH || (length == 0 && nothingElseDeclared);
  }

  private byte[] readToEnd() throws IOException {
    byte[] data = in.readNBytes((int) MOST_DATA_BYTES + 1);
    requireSize(data.length);
    return data;
  }

  private AudioFrame readExactly(long length, WavEncoding known) throws IOException {
    requireSize(length);
    byte[] data = in.readNBytes((int) length);
    if (data.length < length) {
      throw wrong(
          "is cut off: it promises "
              + length
              + " bytes of audio and has "
              + data.length
              + "; copy it again");
    }
    if (length % known.bytesPerSample() != 0) {
      throw wrong("is damaged: its audio ends within a sample; convert it again");
    }
    return known.decode(data);
  }

  private void requireSize(long bytes) throws IOException {
    if (bytes > MOST_DATA_BYTES) {
      throw wrong("is too large: at most 256 MiB of audio are read; cut it into parts");
    }
  }

  private void skip(long bytes) throws IOException {
    try {
      in.skipNBytes(bytes);
    } catch (EOFException end) {
      throw cutOff();
    }
    position += bytes;
  }

  private ByteBuffer readUpTo(int bytes) throws IOException {
    byte[] read = in.readNBytes(bytes);
    position += read.length;
    return ByteBuffer.wrap(read).order(ByteOrder.LITTLE_ENDIAN);
  }

  private ByteBuffer requireAll(ByteBuffer read, int wanted) throws IOException {
    if (read.remaining() < wanted) {
      throw cutOff();
    }
    return read;
  }

  private static String text(ByteBuffer head) {
    var four = new byte[4];
    head.get(four);
    return new String(four, StandardCharsets.ISO_8859_1);
  }

  private IOException cutOff() {
    return wrong("is cut off: it ends within its header; copy it again");
  }

  private IOException wrong(String what) {
    return new IOException(name + " " + what);
  }
}
