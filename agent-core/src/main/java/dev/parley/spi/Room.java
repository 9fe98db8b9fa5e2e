package dev.parley.spi;

import dev.parley.AgentEvent;
import dev.parley.audio.AudioFrame;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * An open connection of a transport: the agent's voice goes in here, everything else comes from the
 * {@link RoomListener}. Called from the session loop only; no method blocks.
 *
 * <p>While the connection is lost, {@code offer} returns false and {@code buffered} zero.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class Room implements AutoCloseable {
  /** For subclasses. */
  protected Room() {}

  /** What this room can do; constant, known when {@code open} returns. */
  public abstract RoomCapabilities capabilities();

  /**
   * Sends a frame of the agent's voice, in the format of {@link RoomCapabilities#output}, or
   * returns {@code false} at once when the room takes no more now; the engine offers the frame
   * again after {@link RoomListener#onReady} or 20 ms later.
   */
  public abstract boolean offer(AudioFrame frame);

  /**
   * Forgets audio that was offered and has not been heard yet, here and, where possible, at the far
   * end.
   */
  public abstract void clear();

  /**
   * How much of the audio that was offered has not been heard yet, as well as the room can know.
   */
  public Duration buffered() {
    return Duration.ZERO;
  }

  /** Hands on an event of the session to people who can see it; by default nobody can. */
  public void publish(AgentEvent event) {}

  /** Plays what was offered, then leaves; {@code onClosed} follows. */
  public abstract void finish();

  /** Leaves now; {@code onClosed} follows. Idempotent, does not throw. */
  @Override
  public abstract void close();
}
