package dev.parley.agora;

import dev.parley.AgentEvent;
import dev.parley.Cancellable;
import dev.parley.SessionClock;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.Room;
import dev.parley.spi.RoomCapabilities;
import dev.parley.spi.RoomRequest;
import java.time.Duration;

/** A channel as the engine sees it. Thread-safe, never blocks. */
final class AgoraRoom extends Room {
  private static final RoomCapabilities CAPABILITIES =
      new RoomCapabilities(AgoraOptions.EAR, AgoraOptions.VOICE, Voice.LEAD, true);

  private final AgoraOptions options;
  private final RoomRequest request;
  private final SessionClock clock;
  private final Voice voice;
  private final Stay stay;
  private Cancellable finishing = Cancellable.NONE;
  private volatile boolean finished;

  AgoraRoom(AgoraOptions options, RoomRequest request, Voice voice, Stay stay) {
    this.options = options;
    this.request = request;
    this.clock = request.context().clock();
    this.voice = voice;
    this.stay = stay;
  }

  @Override
  public RoomCapabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public boolean offer(AudioFrame frame) {
    if (!frame.format().equals(AgoraOptions.VOICE)) {
      throw new IllegalArgumentException(
          "the frame is " + frame + "; the room takes " + AgoraOptions.VOICE);
    }
    if (finished || request.observer() || !stay.isServing()) {
      return false;
    }
    if (!voice.offer(frame.duration(), clock.nanoTime())) {
      return false;
    }
    stay.push(wholeMilliseconds(frame));
    return true;
  }

  /** The SDK takes nothing else; only the end of a speech is ever filled up with silence. */
  private static byte[] wholeMilliseconds(AudioFrame frame) {
    int millisecond = frame.format().sampleRateHz() / 1_000 * frame.format().bytesPerSample();
    int whole = (frame.byteLength() + millisecond - 1) / millisecond * millisecond;
    var pcm = new byte[whole];
    frame.copyTo(pcm, 0);
    return pcm;
  }

  @Override
  public void clear() {
    if (voice.clear(clock.nanoTime()) && options.flush()) {
      stay.flush();
    }
  }

  @Override
  public Duration buffered() {
    return stay.isServing() ? voice.buffered(clock.nanoTime()) : Duration.ZERO;
  }

  @Override
  public void publish(AgentEvent event) {
    if (!request.observer() && options.messages().wants(event)) {
      stay.publish(event);
    }
  }

  @Override
  public void finish() {
    finished = true;
    finishing = clock.schedule(buffered(), () -> stay.close(CloseReason.finished()));
  }

  @Override
  public void close() {
    finished = true;
    finishing.cancel();
    stay.close(CloseReason.cancelled());
  }

  @Override
  public String toString() {
    return "AgoraRoom[" + request.room() + "]";
  }
}
