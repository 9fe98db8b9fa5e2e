package dev.parley.benchmarks.driver;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Room;
import dev.parley.spi.RoomCapabilities;
import dev.parley.spi.RoomListener;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * The room of one caller: takes the agent's frames, which leave in that instant, and tells when
 * they did. On the session loop.
 */
final class Loudspeaker extends Room {
  private static final long LONGEST_GAP_MICROS = 40_000;

  private final int session;
  private final RoomCapabilities capabilities;
  private final RoomListener listener;
  private final EventLog log;
  private final LongSupplier clock;
  private int reply = -1;
  private int frames;
  private int gaps;
  private long last;
  private long longestGap;
  private boolean cleared;
  private boolean closed;

  Loudspeaker(
      int session, AudioFormat input, RoomListener listener, EventLog log, LongSupplier clock) {
    this.session = session;
    this.capabilities = new RoomCapabilities(input, AudioFormat.MONO_24K, Duration.ZERO, true);
    this.listener = listener;
    this.log = log;
    this.clock = clock;
  }

  @Override
  public RoomCapabilities capabilities() {
    return capabilities;
  }

  @Override
  public boolean offer(AudioFrame frame) {
    long now = clock.getAsLong();
    if (frames == 0) {
      reply++;
      tell("out_start", "\"handed_us\":" + now + ",", now);
    } else if (!cleared) {
      measure(now - last, now);
    }
    cleared = false;
    last = now;
    frames++;
    return true;
  }

  private void measure(long gap, long now) {
    longestGap = Math.max(longestGap, gap);
    if (gap > LONGEST_GAP_MICROS) {
      gaps++;
      tell("out_gap", "\"gap_ms\":" + gap / 1_000.0 + ",", now);
    }
  }

  /** The agent fell silent on purpose: the silence is no gap. */
  @Override
  public void clear() {
    cleared = true;
  }

  /** The reply is held and may go on. */
  void paused() {
    if (frames > 0) {
      tell("out_pause", "\"last_us\":" + last + ",", clock.getAsLong());
    }
  }

  /** The reply goes on. */
  void resumed() {
    if (frames > 0) {
      tell("out_resume", "\"last_us\":" + last + ",", clock.getAsLong());
    }
  }

  /** The reply is over. */
  void ended(boolean drained) {
    if (frames > 0) {
      tell("out_end", ending(drained), clock.getAsLong());
    }
    frames = 0;
    gaps = 0;
    longestGap = 0;
  }

  private String ending(boolean drained) {
    return "\"end\":\""
        + (drained ? "drained" : "stopped")
        + "\",\"frames\":"
        + frames
        + ",\"max_gap_ms\":"
        + longestGap / 1_000.0
        + ",\"gaps40\":"
        + gaps
        + ",\"last_us\":"
        + last
        + ",";
  }

  private void tell(String event, String fields, long micros) {
    log.session(event, session, "\"r\":" + reply + "," + fields, micros);
  }

  @Override
  public void finish() {
    end(CloseReason.finished());
  }

  @Override
  public void close() {
    end(CloseReason.cancelled());
  }

  private void end(CloseReason reason) {
    if (!closed) {
      closed = true;
      listener.onClosed(reason);
    }
  }
}
