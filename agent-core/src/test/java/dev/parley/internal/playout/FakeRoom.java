package dev.parley.internal.playout;

import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.internal.time.HandClock;
import dev.parley.spi.Room;
import dev.parley.spi.RoomCapabilities;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A room that plays what it is given and remembers when it was given. */
final class FakeRoom extends Room {
  final List<Sent> sent = new ArrayList<>();
  int clears;
  boolean full;

  private final HandClock clock;
  private final Duration lead;
  private final long delayNanos;
  private long playsUntil;

  /** A frame: when it came, and its first sample. */
  record Sent(long millis, int sample, long lengthMillis) {}

  FakeRoom(HandClock clock, Duration lead, Duration delay) {
    this.clock = clock;
    this.lead = lead;
    this.delayNanos = delay.toNanos();
  }

  List<Long> times() {
    return sent.stream().map(Sent::millis).toList();
  }

  List<Integer> samples() {
    return sent.stream().map(Sent::sample).toList();
  }

  @Override
  public RoomCapabilities capabilities() {
    return new RoomCapabilities(AudioFormat.MONO_16K, AudioFormat.MONO_16K, lead, true);
  }

  @Override
  public boolean offer(AudioFrame frame) {
    if (full) {
      return false;
    }
    sent.add(new Sent(clock.millis(), frame.sample(0), frame.duration().toMillis()));
    playsUntil = Math.max(playsUntil, clock.nanoTime() + delayNanos) + frame.duration().toNanos();
    return true;
  }

  @Override
  public void clear() {
    clears++;
    playsUntil = clock.nanoTime();
  }

  @Override
  public Duration buffered() {
    return Duration.ofNanos(Math.max(0, playsUntil - clock.nanoTime()));
  }

  @Override
  public void finish() {}

  @Override
  public void close() {}
}
