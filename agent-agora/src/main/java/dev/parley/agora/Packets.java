package dev.parley.agora;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts messages into packets that fit a data message of the SDK; {@code docs/agora.md} describes
 * the format.
 *
 * <p>Twelve bytes, big-endian: {@code 'P' 'Y'}, version, kind of content, number of the message (32
 * bit), number of the packet within it from 0 (16 bit), how many packets there are (16 bit). Then
 * the piece.
 */
final class Packets {
  static final byte MAGIC_FIRST = 'P';
  static final byte MAGIC_SECOND = 'Y';
  static final byte VERSION = 1;

  /** The content is JSON in UTF-8. */
  static final byte JSON = 1;

  static final int HEADER_BYTES = 12;

  /** The published limit is 1 KB, and nobody says whether that is 1,024 or 1,000 bytes. */
  static final int MOST_BYTES = 1_000;

  static final int MOST_PACKETS = 64;

  private static final int PIECE_BYTES = MOST_BYTES - HEADER_BYTES;

  private Packets() {}

  /** Whether a message of so many bytes can be sent at all. */
  static boolean fits(int bytes) {
    return bytes > 0 && bytes <= MOST_PACKETS * PIECE_BYTES;
  }

  /** Returns the packets of a message that {@linkplain #fits fits}. */
  static List<byte[]> of(int number, byte[] json) {
    int count = (json.length + PIECE_BYTES - 1) / PIECE_BYTES;
    List<byte[]> packets = new ArrayList<>(count);
    for (int index = 0; index < count; index++) {
      int from = index * PIECE_BYTES;
      int length = Math.min(PIECE_BYTES, json.length - from);
      packets.add(
          ByteBuffer.allocate(HEADER_BYTES + length)
              .put(MAGIC_FIRST)
              .put(MAGIC_SECOND)
              .put(VERSION)
              .put(JSON)
              .putInt(number)
              .putShort((short) index)
              .putShort((short) count)
              .put(json, from, length)
              .array());
    }
    return packets;
  }
}
