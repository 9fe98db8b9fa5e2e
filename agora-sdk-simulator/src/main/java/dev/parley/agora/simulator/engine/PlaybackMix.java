package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmFormat;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The sum of everyone a connection hears, in pieces of the size asked for. Guarded by the world's
 * lock.
 */
final class PlaybackMix {
  private final PcmFormat format;
  private final int bytesPerCall;
  private final int[] sum;
  private final ByteArrayOutputStream ready = new ByteArrayOutputStream();

  /** Makes a mix; {@code samplesPerCall} counts all channels, 0 means 10 ms. */
  PlaybackMix(PcmFormat format, int samplesPerCall) {
    this.format = format;
    bytesPerCall = samplesPerCall > 0 ? 2 * samplesPerCall : format.bytesPerFrame();
    sum = new int[format.bytesPerFrame() / 2];
  }

  PcmFormat format() {
    return format;
  }

  void add(byte[] pcm) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += (short) ((pcm[2 * i] & 0xff) | (pcm[2 * i + 1] << 8));
    }
  }

  /** Ends these 10 ms; returns a piece when one is complete. */
  byte @Nullable [] next() {
    for (int i = 0; i < sum.length; i++) {
      int limited = Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, sum[i]));
      ready.write(limited);
      ready.write(limited >> 8);
    }
    Arrays.fill(sum, 0);
    return ready.size() < bytesPerCall ? null : take();
  }

  private byte[] take() {
    byte[] all = ready.toByteArray();
    ready.reset();
    ready.write(all, bytesPerCall, all.length - bytesPerCall);
    return Arrays.copyOf(all, bytesPerCall);
  }
}
