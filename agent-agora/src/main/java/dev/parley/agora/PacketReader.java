package dev.parley.agora;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the packets of one sender together again, whatever their order; packets that come twice
 * count once. Bounded: what is never completed is forgotten. Not thread-safe.
 */
final class PacketReader {
  private static final int MOST_MESSAGES = 16;
  private static final int REMEMBERED = 256;

  private final Map<Integer, byte[][]> open = bounded(MOST_MESSAGES);
  private final Map<Integer, Boolean> complete = bounded(REMEMBERED);

  PacketReader() {}

  private static <V> Map<Integer, V> bounded(int most) {
    return new LinkedHashMap<>() {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Integer, V> eldest) {
        return size() > most;
      }
    };
  }

  /** Returns the message that this packet completes; null: none yet, or it is no packet of ours. */
  byte @Nullable [] accept(byte[] packet) {
    if (!isOurs(packet)) {
      return null;
    }
    ByteBuffer header = ByteBuffer.wrap(packet, 4, Packets.HEADER_BYTES - 4);
    int number = header.getInt();
    int index = Short.toUnsignedInt(header.getShort());
    int count = Short.toUnsignedInt(header.getShort());
    if (count == 0 || count > Packets.MOST_PACKETS || index >= count) {
      return null;
    }
    return complete.containsKey(number) ? null : add(number, index, count, packet);
  }

  private static boolean isOurs(byte[] packet) {
    return packet.length > Packets.HEADER_BYTES
        && packet[0] == Packets.MAGIC_FIRST
        && packet[1] == Packets.MAGIC_SECOND
        && packet[2] == Packets.VERSION
        && packet[3] == Packets.JSON;
  }

  private byte @Nullable [] add(int number, int index, int count, byte[] packet) {
    byte[][] pieces = open.computeIfAbsent(number, key -> new byte[count][]);
    if (pieces.length != count) {
      return null;
    }
    pieces[index] = packet;
    for (byte[] each : pieces) {
      if (each == null) {
        return null;
      }
    }
    open.remove(number);
    complete.put(number, true);
    return joined(pieces);
  }

  private static byte[] joined(byte[][] pieces) {
    var all = new ByteArrayOutputStream();
    for (byte[] each : pieces) {
      all.write(each, Packets.HEADER_BYTES, each.length - Packets.HEADER_BYTES);
    }
    return all.toByteArray();
  }
}
