package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmFormat;
import dev.parley.agora.simulator.audio.PcmFrame;
import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Cuts pushes of any length into frames of 10 ms; keeps what is left over for the next push. */
final class PcmSlicer {
  private byte[] rest = new byte[0];
  private @Nullable PcmFormat format;
  private long restPresentationMs;

  /** Adds a push. A rest in another format is filled up with silence first. */
  void push(PcmFormat pushed, byte[] data, long presentationMs, Consumer<PcmFrame> out) {
    if (!pushed.equals(format)) {
      flush(out);
      format = pushed;
    }
    long time = rest.length > 0 ? restPresentationMs : presentationMs;
    byte[] all = Arrays.copyOf(rest, rest.length + data.length);
    System.arraycopy(data, 0, all, rest.length, data.length);
    int size = pushed.bytesPerFrame();
    int whole = all.length / size;
    for (int i = 0; i < whole; i++) {
      byte[] pcm = Arrays.copyOfRange(all, i * size, (i + 1) * size);
      out.accept(new PcmFrame(pushed, pcm, later(time, i)));
    }
    rest = Arrays.copyOfRange(all, whole * size, all.length);
    restPresentationMs = later(time, whole);
  }

  // Zero means unused. Otherwise the time stamps of the frames of one push follow each other.
  private static long later(long presentationMs, int frames) {
    return presentationMs == 0 ? 0 : presentationMs + 10L * frames;
  }

  boolean hasRest() {
    return rest.length > 0;
  }

  /** Gives out the rest, filled up with silence. */
  void flush(Consumer<PcmFrame> out) {
    PcmFormat known = format;
    if (rest.length > 0 && known != null) {
      out.accept(
          new PcmFrame(known, Arrays.copyOf(rest, known.bytesPerFrame()), restPresentationMs));
    }
    rest = new byte[0];
  }

  void clear() {
    rest = new byte[0];
  }
}
