package dev.parley.audio;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Builds WAV files byte by byte, also such as nobody should write. */
final class WavBytes {
  static final int OPEN = 0xFFFF_FFFF;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private WavBytes(int riffLength) {
    text("RIFF").number(riffLength, 4).text("WAVE");
  }

  static WavBytes riff(int length) {
    return new WavBytes(length);
  }

  WavBytes format(int tag, int channels, int rate, int bits) {
    text("fmt ").number(16, 4);
    return plainFormat(tag, channels, rate, bits);
  }

  WavBytes extensible(int subformat, int channels, int rate, int bits) {
    text("fmt ").number(40, 4);
    plainFormat(0xFFFE, channels, rate, bits).number(22, 2).number(bits, 2).number(3, 4);
    return number(subformat, 2).bytes(0, 0, 0, 0, 0x10, 0, 0x80, 0, 0, 0xAA, 0, 0x38, 0x9B, 0x71);
  }

  private WavBytes plainFormat(int tag, int channels, int rate, int bits) {
    int block = channels * bits / 8;
    number(tag, 2).number(channels, 2).number(rate, 4).number(rate * block, 4);
    return number(block, 2).number(bits, 2);
  }

  /** A chunk that ends on an even byte, as it must. */
  WavBytes chunk(String kind, int... content) {
    text(kind).number(content.length, 4).bytes(content);
    return content.length % 2 == 0 ? this : bytes(0);
  }

  WavBytes data(int length, int... content) {
    return text("data").number(length, 4).bytes(content);
  }

  WavBytes text(String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  WavBytes bytes(int... values) {
    for (int each : values) {
      out.write(each);
    }
    return this;
  }

  WavBytes number(int value, int bytes) {
    byte[] four = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
    out.write(four, 0, bytes);
    return this;
  }

  byte[] toByteArray() {
    return out.toByteArray();
  }
}
