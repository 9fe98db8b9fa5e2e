package dev.parley.benchmarks.jmh;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Room;
import dev.parley.spi.RoomCapabilities;
import dev.parley.spi.RoomListener;
import java.time.Duration;

/** A room that takes every frame and does nothing with it. */
final class SilentRoom extends Room {
  private static final RoomCapabilities CAPABILITIES =
      new RoomCapabilities(AudioFormat.MONO_16K, AudioFormat.MONO_24K, Duration.ZERO, true);

  private final RoomListener listener;
  private final Runnable onFrame;

  SilentRoom() {
    this(new RoomListener() {}, () -> {});
  }

  SilentRoom(RoomListener listener, Runnable onFrame) {
    this.listener = listener;
    this.onFrame = onFrame;
  }

  @Override
  public RoomCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public boolean offer(AudioFrame frame) {
    onFrame.run();
    return true;
  }

  @Override
  public void clear() {}

  @Override
  public void finish() {
    listener.onClosed(CloseReason.finished());
  }

  @Override
  public void close() {
    listener.onClosed(CloseReason.cancelled());
  }
}
