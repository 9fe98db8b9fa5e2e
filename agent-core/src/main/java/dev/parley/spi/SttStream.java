package dev.parley.spi;

import dev.parley.audio.AudioFrame;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * Audio in, transcripts out through the listener. Called from the session loop only; no method
 * blocks.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public abstract class SttStream implements AutoCloseable {
  /** For subclasses. */
  protected SttStream() {}

  /**
   * Queues a frame, or returns {@code false} at once when the queue is full and the frame is lost.
   */
  public abstract boolean offer(AudioFrame frame);

  /**
   * How much more audio it waits for before anything can come of it, such as what the next message
   * to the vendor still lacks. Default zero: of every frame.
   *
   * <p>A session may keep frames back until they are as long together, because each hand-over wakes
   * a thread; the frame that completes them comes at once. Asked after {@code offer}.
   */
  public Duration wants() {
    return Duration.ZERO;
  }

  /**
   * Asks for the final transcript of what was said so far, because someone else decided that speech
   * is over.
   */
  public void forceEndpoint() {}

  /**
   * Tells what the agent said last, for recognisers that understand answers better when they know
   * the question.
   */
  public void agentSaid(String text) {}

  /** Replaces the names and words to expect. */
  public void expect(List<String> keyterms) {}

  /** Ends the audio; results still to come are delivered, then {@code onClosed}. */
  public abstract void finish();

  /** Stops now; only {@code onClosed} is still to come. Idempotent, does not throw. */
  @Override
  public abstract void close();
}
