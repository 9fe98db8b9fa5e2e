package dev.parley.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * An immutable stretch of PCM: 16-bit signed little-endian samples, channels interleaved.
 * Thread-safe.
 *
 * <p>Frames may have any length, also none; the engine paces playout in frames of 20 ms.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class AudioFrame {
  private final AudioFormat format;
  private final byte[] pcm;
  private final int offset;
  private final int length;

  private AudioFrame(AudioFormat format, byte[] pcm, int offset, int length) {
    this.format = Objects.requireNonNull(format, "format");
    Objects.checkFromIndexSize(offset, length, pcm.length);
    if (length % format.bytesPerSample() != 0) {
      throw new IllegalArgumentException(
          "a frame of "
              + length
              + " bytes holds no whole number of samples of "
              + format.bytesPerSample()
              + " bytes; keep the rest for the next frame");
    }
    this.pcm = pcm;
    this.offset = offset;
    this.length = length;
  }

  /**
   * Returns a frame over {@code pcm} itself: the caller hands the array over and must not write to
   * it again.
   */
  public static AudioFrame wrap(AudioFormat format, byte[] pcm) {
    return new AudioFrame(format, pcm, 0, pcm.length);
  }

  /** Returns a frame with a copy of {@code length} bytes from {@code offset} on. */
  public static AudioFrame copyOf(AudioFormat format, byte[] pcm, int offset, int length) {
    var copy = new byte[length];
    System.arraycopy(pcm, offset, copy, 0, length);
    return wrap(format, copy);
  }

  /**
   * Returns a frame with a copy of what {@code pcm} has left to read; the buffer is read to its
   * end.
   */
  public static AudioFrame copyOf(AudioFormat format, ByteBuffer pcm) {
    var copy = new byte[pcm.remaining()];
    pcm.get(copy);
    return wrap(format, copy);
  }

  /** Returns a frame of these samples, interleaved when there are two channels. */
  public static AudioFrame ofSamples(AudioFormat format, short... samples) {
    var bytes = new byte[samples.length * 2];
    for (int i = 0; i < samples.length; i++) {
      bytes[2 * i] = (byte) samples[i];
      bytes[2 * i + 1] = (byte) (samples[i] >> 8);
    }
    return wrap(format, bytes);
  }

  /** Returns silence of this length, rounded down to whole samples. */
  public static AudioFrame silence(AudioFormat format, Duration duration) {
    return wrap(format, new byte[(int) format.samplesIn(duration) * format.bytesPerSample()]);
  }

  /** The shape of the samples. */
  public AudioFormat format() {
    return format;
  }

  /** How many samples there are in each channel. */
  public int sampleCount() {
    return length / format.bytesPerSample();
  }

  /** How many bytes there are in all. */
  public int byteLength() {
    return length;
  }

  /** How long it lasts. */
  public Duration duration() {
    return format.durationOf(sampleCount());
  }

  /** The sample at {@code index}, counted over all channels, -32,768 to 32,767. */
  public short sample(int index) {
    Objects.checkIndex(index, length / 2);
    int at = offset + 2 * index;
    return (short) ((pcm[at] & 0xff) | (pcm[at + 1] << 8));
  }

  /** Copies all bytes to {@code target}, from {@code targetOffset} on. */
  public void copyTo(byte[] target, int targetOffset) {
    System.arraycopy(pcm, offset, target, targetOffset, length);
  }

  /** Returns a read-only view of the bytes, in little-endian order. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(pcm, offset, length)
        .slice()
        .asReadOnlyBuffer()
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Returns a copy of the bytes. */
  public byte[] toByteArray() {
    var copy = new byte[length];
    copyTo(copy, 0);
    return copy;
  }

  /**
   * Returns the part from sample {@code from} (inclusive) to {@code to} (exclusive), counted in
   * each channel.
   *
   * <p>Shares the bytes with this frame.
   */
  public AudioFrame slice(int from, int to) {
    Objects.checkFromToIndex(from, to, sampleCount());
    int size = format.bytesPerSample();
    return new AudioFrame(format, pcm, offset + from * size, (to - from) * size);
  }

  /** Tells shape and length, never the content. */
  @Override
  public String toString() {
    return "AudioFrame["
        + format.sampleRateHz()
        + " Hz, "
        + format.channels()
        + " ch, "
        + duration().toMillis()
        + " ms]";
  }
}
