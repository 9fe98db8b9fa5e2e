package dev.parley.stt.assemblyai;

import dev.parley.AgentException;
import dev.parley.Cancellable;
import dev.parley.ErrorKind;
import java.time.Duration;

/**
 * Watches that both sides of a session are alive, beyond what the WebSocket's own pings can see.
 * Used in the stream's context only.
 *
 * <p>A session whose heartbeats stop is given up, and the next one takes over. A session that says
 * nothing at all while somebody speaks is reported, because nobody would notice. Our own side keeps
 * quiet sessions open.
 */
final class Liveness {
  /** Three beats, which come every five seconds, and some slack. */
  private static final Duration LONGEST_SILENCE = Duration.ofSeconds(18);

  private static final Duration UNANSWERED_SPEECH = Duration.ofSeconds(15);

  private final StreamSetup setup;
  private final Timers timers;
  private final Session session;
  private Cancellable missing = Cancellable.NONE;
  private boolean sentSinceCheck;
  private long voicedNanosAtAnswer;
  private boolean reported;

  Liveness(StreamSetup setup, Timers timers, Session session) {
    this.setup = setup;
    this.timers = timers;
    this.session = session;
  }

  void begun() {
    setup
        .options()
        .values()
        .whole(Parameters.INACTIVITY_TIMEOUT)
        .ifPresent(seconds -> keepAliveEvery(Duration.ofSeconds(seconds).dividedBy(3)));
  }

  private void keepAliveEvery(Duration interval) {
    timers.after(
        interval,
        () -> {
          if (!sentSinceCheck) {
            session.keepAlive();
          }
          sentSinceCheck = false;
          keepAliveEvery(interval);
        });
  }

  /** A heartbeat came: from now on the next is missed if it does not come. */
  void beat() {
    missing.cancel();
    missing =
        timers.after(
            LONGEST_SILENCE,
            () -> session.giveUp("no heartbeat for " + LONGEST_SILENCE.toSeconds() + " s"));
  }

  /** Anything came. */
  void heard() {
    voicedNanosAtAnswer = setup.voice().voicedNanos();
  }

  /** Audio was sent. */
  void sent() {
    sentSinceCheck = true;
    long unanswered = setup.voice().voicedNanos() - voicedNanosAtAnswer;
    if (unanswered >= UNANSWERED_SPEECH.toNanos() && !reported) {
      reported = true;
      setup
          .results()
          .error(
              new AgentException(
                  ErrorKind.TIMEOUT,
                  "AssemblyAI has answered nothing to "
                      + UNANSWERED_SPEECH.toSeconds()
                      + " s of sound; check sample rate, language and microphone"));
    }
  }
}
