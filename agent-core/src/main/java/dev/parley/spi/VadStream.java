package dev.parley.spi;

import dev.parley.audio.AudioFrame;
import java.time.Duration;
import org.apiguardian.api.API;

/**
 * Audio in, voice activity out through the listener. Called from the session loop only.
 *
 * <p>A detector that needs no more than about a millisecond for 30 ms of audio works inside {@code
 * offer} and calls its listener there; a slower one works elsewhere.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class VadStream implements AutoCloseable {
  /** For subclasses. */
  protected VadStream() {}

  /** Takes a frame, or returns {@code false} at once when a queue is full and the frame is lost. */
  public abstract boolean offer(AudioFrame frame);

  /**
   * How much more audio it waits for before it judges again; default zero, which is every frame.
   * See {@link SttStream#wants}.
   */
  public Duration wants() {
    return Duration.ZERO;
  }

  /** Ends the audio; speech that is going on ends, then {@code onClosed}. */
  public abstract void finish();

  /** Stops now; only {@code onClosed} is still to come. Idempotent, does not throw. */
  @Override
  public abstract void close();
}
