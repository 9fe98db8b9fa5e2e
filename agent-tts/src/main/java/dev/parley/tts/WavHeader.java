package dev.parley.tts;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.audio.AudioFormat;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Finds out whether a stream of bytes that should be bare PCM begins with a WAV header, and reads
 * it. Servers answer with a WAV file whatever they are asked for. Not thread-safe.
 *
 * <p>Only as many bytes are held back as look like a header. The sizes in it are not believed: who
 * streams does not know them and writes anything.
 */
final class WavHeader {
  private static final byte[] RIFF = "RIFF".getBytes(StandardCharsets.US_ASCII);
  private static final int LARGEST = 4_096;
  private static final int CHUNK_HEADER = 8;
  private static final int FIRST_CHUNK = 12;
  private static final int FORMAT_SIZE = 16;
  private static final String NONSENSE = "the WAV header of the audio makes no sense";
  private static final int PCM = 1;
  private static final int EXTENSIBLE = 0xfffe;

  private final AudioFormat expected;
  private byte[] held = new byte[0];
  private @Nullable AudioFormat format;
  private boolean known;

  /** Creates a finder for a stream that should be PCM of this format. */
  WavHeader(AudioFormat expected) {
    this.expected = expected;
  }

  /** The format of the samples; only once {@link #add} has returned some. */
  AudioFormat format() {
    return format == null ? expected : format;
  }

  /** Adds bytes and returns the samples among what is there so far, maybe none. */
  ByteBuffer add(ByteBuffer bytes) {
    if (known) {
      return bytes;
    }
    byte[] all = Arrays.copyOf(held, held.length + bytes.remaining());
    bytes.get(all, held.length, bytes.remaining());
    held = all;
    if (!looksLikeHeader()) {
      return release(0);
    }
    int data = startOfData();
    return data < 0 ? ByteBuffer.allocate(0) : release(data);
  }

  /** Ends the stream: returns what was held back and is no header after all. */
  ByteBuffer finish() {
    return known ? ByteBuffer.allocate(0) : release(0);
  }

  private ByteBuffer release(int from) {
    known = true;
    ByteBuffer rest = ByteBuffer.wrap(held, from, held.length - from);
    held = new byte[0];
    return rest;
  }

  private boolean looksLikeHeader() {
    int length = Math.min(held.length, RIFF.length);
    boolean riff = Arrays.equals(held, 0, length, RIFF, 0, length);
    return riff
        && held.length <= LARGEST
        && (held.length < FIRST_CHUNK || is("WAVE", CHUNK_HEADER));
  }

  private boolean is(String name, int at) {
    return new String(held, at, 4, StandardCharsets.US_ASCII).equals(name);
  }

  /** Returns where the samples begin, or -1 while the header is incomplete. */
  private int startOfData() {
    ByteBuffer header = ByteBuffer.wrap(held).order(ByteOrder.LITTLE_ENDIAN);
    int at = FIRST_CHUNK;
    while (at + CHUNK_HEADER <= held.length) {
      if (is("data", at)) {
        return at + CHUNK_HEADER;
      }
      long size = Integer.toUnsignedLong(header.getInt(at + 4));
      long next = at + CHUNK_HEADER + size + (size & 1);
      if (next > LARGEST) {
        throw new AgentException(ErrorKind.PROTOCOL, NONSENSE);
      }
      if (is("fmt ", at) && size < FORMAT_SIZE) {
        throw new AgentException(ErrorKind.PROTOCOL, NONSENSE);
      }
      if (is("fmt ", at) && next <= held.length) {
        format = read(header, at + CHUNK_HEADER);
      }
      at = (int) next;
    }
    return -1;
  }

  private static AudioFormat read(ByteBuffer header, int at) {
    int encoding = Short.toUnsignedInt(header.getShort(at));
    int channels = header.getShort(at + 2);
    int rate = header.getInt(at + 4);
    int bits = header.getShort(at + 14);
    boolean readable = (encoding == PCM || encoding == EXTENSIBLE) && bits == 16;
    if (!readable || channels < 1 || channels > 2 || rate < 8_000 || rate > 192_000) {
      throw new AgentException(
          ErrorKind.PROTOCOL,
          "the server answers with a WAV file of encoding %d, %d bits, %d channels, %d Hz; 16-bit PCM is needed"
              .formatted(encoding, bits, channels, rate));
    }
    return new AudioFormat(rate, channels);
  }
}
