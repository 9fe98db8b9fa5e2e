package dev.parley.stt.assemblyai;

import dev.parley.Cancellable;
import java.time.Duration;

/**
 * A forced endpoint on its way: one at a time, answered by the next final, or by nothing after a
 * while, because the server does not answer when no turn is open. Used in the stream's context
 * only.
 */
final class ForcedEndpoint {
  private final AudioSender sender;
  private final Results results;
  private final Timers timers;
  private final Duration timeout;
  private long at = -1;
  private long next = -1;
  private long sentNanos;
  private Cancellable timer = Cancellable.NONE;

  ForcedEndpoint(AudioSender sender, Results results, Timers timers, Duration timeout) {
    this.sender = sender;
    this.results = results;
    this.timers = timers;
    this.timeout = timeout;
  }

  /** Asks for an endpoint at this sample; while another is on its way, after that. */
  void request(long sample) {
    if (at < 0) {
      at = sample;
      sender.forceEndpointAt(sample);
    } else if (sample > at) {
      next = sample;
    }
  }

  /** It was sent. */
  void sent() {
    results.tally().add(Tally.Count.FORCED_ENDPOINTS);
    sentNanos = timers.nanoTime();
    timer.cancel();
    timer = timers.after(timeout, this::unanswered);
  }

  private void unanswered() {
    results.blank(-1);
    done();
  }

  /** The session was lost: if it waited for an answer, the next one is asked again. */
  void cut() {
    timer.cancel();
    timer = Cancellable.NONE;
    if (at >= 0) {
      sender.forceEndpointAt(at);
    }
  }

  /** A turn ended, with words or without. Returns whether that was waited for. */
  boolean answered() {
    if (at < 0 || timer == Cancellable.NONE) {
      return false;
    }
    results.metric("assemblyai.forced_endpoint.seconds", results.secondsSince(sentNanos));
    done();
    return true;
  }

  private void done() {
    timer.cancel();
    timer = Cancellable.NONE;
    at = -1;
    if (next >= 0) {
      long after = next;
      next = -1;
      request(after);
      sender.run();
    }
  }
}
