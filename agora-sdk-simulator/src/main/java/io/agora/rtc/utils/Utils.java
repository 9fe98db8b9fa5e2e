package io.agora.rtc.utils;

import dev.parley.agora.simulator.Evidence;
import java.nio.ByteBuffer;

/** Tools of the SDK. */
public class Utils {
  /** Returns a copy of what is left in a buffer, without moving its position; null for null. */
  @Evidence(Evidence.Level.RETURN_USED)
  public static byte[] getBytes(ByteBuffer buffer) {
    if (buffer == null) {
      return null;
    }
    byte[] bytes = new byte[buffer.remaining()];
    buffer.duplicate().get(bytes);
    return bytes;
  }
}
