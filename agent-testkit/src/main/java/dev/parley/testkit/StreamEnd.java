package dev.parley.testkit;

import dev.parley.SessionClock;
import dev.parley.spi.CloseReason;
import dev.parley.spi.StreamListener;
import java.time.Duration;

/**
 * The end of a fake stream: {@code onClosed} comes once, at the instant of the end but never within
 * the call that caused it. Guarded by the stream it belongs to.
 */
final class StreamEnd {
  private final SessionClock clock;
  private final StreamListener listener;
  private final Runnable counted;
  private boolean ended;

  StreamEnd(SessionClock clock, StreamListener listener, Runnable counted) {
    this.clock = clock;
    this.listener = listener;
    this.counted = counted;
  }

  /** Whether nothing but {@code onClosed} may come any more. */
  boolean ended() {
    return ended;
  }

  /** Ends the stream; does nothing when it has ended. */
  void end(CloseReason reason) {
    if (!ended) {
      ended = true;
      clock.schedule(Duration.ZERO, () -> tell(reason));
    }
  }

  private void tell(CloseReason reason) {
    counted.run();
    listener.onClosed(reason);
  }
}
