package dev.parley.stt.assemblyai;

/** Compresses samples to eight bits by ITU-T G.711 µ-law. */
final class MuLaw {
  static final byte SILENCE = (byte) 0xff;

  private static final int BIAS = 132;
  private static final int LOUDEST = 32_635;

  private MuLaw() {}

  /** Returns the eight bits, inverted as they are sent. */
  static byte encode(short sample) {
    int sign = sample < 0 ? 0x80 : 0;
    int magnitude = Math.min(Math.abs((int) sample), LOUDEST) + BIAS;
    int exponent = 31 - Integer.numberOfLeadingZeros(magnitude) - 7;
    int mantissa = (magnitude >> (exponent + 3)) & 0x0f;
    return (byte) ~(sign | (exponent << 4) | mantissa);
  }
}
