package dev.parley.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * How a WAV file holds its samples, and how they become 16 bits.
 *
 * @param format rate and channels
 * @param isFloat whether samples are floats of 32 bits, else they are whole numbers
 * @param bits 8, 16, 24 or 32; 8 bits are unsigned, the others signed
 */
record WavEncoding(AudioFormat format, boolean isFloat, int bits) {
  private static final int PLAIN_BYTES = 16;
  private static final int EXTENSIBLE_BYTES = 40;
  private static final int PCM = 1;
  private static final int FLOAT = 3;
  private static final int EXTENSIBLE = 0xFFFE;

  /**
   * What follows the two bytes of the encoding in the identifier of a sub-format, in two halves.
   */
  private static final long SUBFORMAT_MIDDLE = 0x0010_0000_0000L;

  private static final long SUBFORMAT_END = 0x719B_3800_AA00_0080L;

  /**
   * Reads the {@code fmt} chunk.
   *
   * @throws IllegalArgumentException when it is damaged or not supported; the message goes on after
   *     the file's name
   */
  static WavEncoding parse(ByteBuffer chunk) {
    require(
        chunk.remaining() >= PLAIN_BYTES,
        "is damaged: its format takes less than 16 bytes; convert it again");
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    int channels = Short.toUnsignedInt(chunk.getShort(2));
    long rate = Integer.toUnsignedLong(chunk.getInt(4));
    int blockBytes = Short.toUnsignedInt(chunk.getShort(12));
    int bits = Short.toUnsignedInt(chunk.getShort(14));
    int encoding = tag == EXTENSIBLE ? subformat(chunk) : tag;
    requireEncoding(encoding, bits);
    require(
        channels == 1 || channels == 2,
        "has " + channels + " channels, must have 1 or 2; mix it down first");
    require(
        rate >= 8_000 && rate <= 192_000,
        "has a sample rate of " + rate + " Hz, must have 8000 to 192000; convert it first");
    require(
        blockBytes == channels * bits / 8,
        "is damaged: %d channels of %d bits do not take %d bytes; convert it again"
            .formatted(channels, bits, blockBytes));
    return new WavEncoding(new AudioFormat((int) rate, channels), encoding == FLOAT, bits);
  }

  private static int subformat(ByteBuffer chunk) {
    require(
        chunk.remaining() >= EXTENSIBLE_BYTES,
        "is damaged: its extensible format takes less than 40 bytes; convert it again");
    boolean standard =
        chunk.getLong(24) >>> 16 == SUBFORMAT_MIDDLE && chunk.getLong(32) == SUBFORMAT_END;
    return standard ? Short.toUnsignedInt(chunk.getShort(24)) : EXTENSIBLE;
  }

  private static void requireEncoding(int encoding, int bits) {
    boolean known =
        switch (encoding) {
          case PCM -> bits == 8 || bits == 16 || bits == 24 || bits == 32;
          case FLOAT -> bits == 32;
          default -> false;
        };
    require(
        known,
        "is encoded as %s of %d bits, which is not supported; convert it to 16-bit PCM"
            .formatted(nameOf(encoding), bits));
  }

  private static String nameOf(int encoding) {
    return switch (encoding) {
      case PCM -> "PCM";
      case FLOAT -> "float";
      case 2, 17 -> "ADPCM";
      case 6 -> "A-law";
      case 7 -> "mu-law";
      case 0x55 -> "MP3";
      default -> "number 0x%X".formatted(encoding);
    };
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** Bytes of one sample in all channels. */
  int bytesPerSample() {
    return format.channels() * bits / 8;
  }

  /**
   * Decodes samples, rounded to 16 bits; takes the array over. What follows the last whole sample
   * is dropped.
   */
  AudioFrame decode(byte[] data) {
    int whole = data.length - data.length % bytesPerSample();
    if (bits == 16) {
      return whole == data.length
          ? AudioFrame.wrap(format, data)
          : AudioFrame.copyOf(format, data, 0, whole);
    }
    ByteBuffer in = ByteBuffer.wrap(data, 0, whole).order(ByteOrder.LITTLE_ENDIAN);
    var pcm = new byte[whole / (bits / 8) * 2];
    for (int i = 0; in.hasRemaining(); i++) {
      decodeOne(in, pcm, i);
    }
    return AudioFrame.wrap(format, pcm);
  }

  private void decodeOne(ByteBuffer in, byte[] pcm, int index) {
    if (isFloat) {
      Pcm.put(pcm, index, in.getFloat() * 32_768);
    } else if (bits == 8) {
      Pcm.put(pcm, index, (Byte.toUnsignedInt(in.get()) - 128) << 8);
    } else if (bits == 24) {
      int sample = (in.get() & 0xff) | (in.get() & 0xff) << 8 | in.get() << 16;
      Pcm.put(pcm, index, (sample + 0x80) >> 8);
    } else {
      Pcm.put(pcm, index, (int) ((in.getInt() + 0x8000L) >> 16));
    }
  }
}
