package dev.parley.agora.simulator.engine;

import dev.parley.agora.simulator.audio.PcmConverter;
import dev.parley.agora.simulator.audio.PcmFormat;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one member has received of another's audio and not played yet: a frame is played every 10
 * ms, in the order sent, when its time has come. Guarded by the world's lock.
 */
final class RemoteAudio {
  // 100000 frames are what the family's own wrappers allow a sender; 1 s is a usual jitter buffer.
  private static final int MOST_FRAMES = 100_000;
  private static final int MOST_FRAMES_WITHOUT_AIQOS = 100;

  private final ArrayDeque<Frame> waiting = new ArrayDeque<>();
  private final Map<PcmFormat, PcmConverter> converters = new HashMap<>();
  private final int mostWaiting;
  private long refused;

  /** A frame as it is played; a lost one is silent. */
  record Frame(AudioPacket packet, long due, boolean lost) {}

  RemoteAudio(boolean aiQosCapable) {
    mostWaiting = aiQosCapable ? MOST_FRAMES : MOST_FRAMES_WITHOUT_AIQOS;
  }

  void offer(AudioPacket packet, long due, boolean lost) {
    if (waiting.size() == mostWaiting) {
      refused++;
      return;
    }
    waiting.add(new Frame(packet, due, lost));
  }

  /** Returns the frame to play now, or null when there is none. */
  @Nullable Frame next(long now) {
    Frame head = waiting.peek();
    return head != null && head.due() <= now ? waiting.poll() : null;
  }

  /** Drops what came from a track that has ended. */
  void drop(int endedTrack) {
    waiting.removeIf(frame -> frame.packet().track() <= endedTrack);
  }

  /** Returns a frame's samples in the format asked for. */
  byte[] samples(Frame frame, PcmFormat format) {
    if (frame.lost()) {
      return new byte[format.bytesPerFrame()];
    }
    PcmConverter converter = converters.get(format);
    if (converter == null || !converter.from().equals(frame.packet().frame().format())) {
      converter = new PcmConverter(frame.packet().frame().format(), format);
      converters.put(format, converter);
    }
    return converter.convert(frame.packet().frame().pcm());
  }

  /** Returns how many frames were lost because the buffer was full. */
  long refused() {
    return refused;
  }
}
