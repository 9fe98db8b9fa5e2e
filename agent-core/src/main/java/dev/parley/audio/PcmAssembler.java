package dev.parley.audio;

import java.nio.ByteBuffer;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * Makes frames of whole samples from bytes that come cut anywhere, also in the middle of a sample.
 * Not thread-safe; one for each stream.
 *
 * <p>The bytes are 16-bit signed little-endian samples, channels interleaved. The rest of a sample
 * that was cut waits for the next bytes: at most one byte in mono, three in stereo.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class PcmAssembler {
  private final AudioFormat format;
  private final byte[] rest;
  private int restLength;

  /** Creates an assembler of frames of this format. */
  public PcmAssembler(AudioFormat format) {
    this.format = Objects.requireNonNull(format, "format");
    this.rest = new byte[format.bytesPerSample()];
  }

  /**
   * Adds all of {@code bytes}, which are copied, and returns the whole samples that are complete
   * now, maybe none.
   */
  public AudioFrame add(byte[] bytes) {
    return add(ByteBuffer.wrap(bytes));
  }

  /**
   * Adds what {@code bytes} has left to read, which is copied, and returns the whole samples that
   * are complete now, maybe none. The buffer is read to its end; its byte order does not matter.
   */
  public AudioFrame add(ByteBuffer bytes) {
    int total = restLength + bytes.remaining();
    var pcm = new byte[total - total % format.bytesPerSample()];
    if (pcm.length > 0) {
      System.arraycopy(rest, 0, pcm, 0, restLength);
      bytes.get(pcm, restLength, pcm.length - restLength);
      restLength = 0;
    }
    int left = bytes.remaining();
    bytes.get(rest, restLength, left);
    restLength += left;
    return AudioFrame.wrap(format, pcm);
  }

  /**
   * How many bytes of an unfinished sample wait; more than 0 at the end of a stream says that it
   * was cut.
   */
  public int pendingBytes() {
    return restLength;
  }

  /** Drops the unfinished sample, to begin another stream. */
  public void reset() {
    restLength = 0;
  }
}
