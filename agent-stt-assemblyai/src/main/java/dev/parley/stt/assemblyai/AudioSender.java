package dev.parley.stt.assemblyai;

import dev.parley.Cancellable;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Moves audio from the log to the session that takes it: live audio at once, message by message,
 * and held audio in long messages faster than real time until it has caught up. Used in the
 * stream's context only.
 */
final class AudioSender {
  /** What it tells. */
  interface Events {
    /** A forced endpoint was sent: all audio before it was sent first. */
    void endpointForced();

    /** Everything that there is was sent. */
    void drained();

    /** So many samples have been sent, each counted once. */
    void passed(long samples);
  }

  /** The vendor closes with 1009 above 128 KB. */
  private static final int MOST_BYTES = 120_000;

  private static final Duration CONGESTION_CHECK = Duration.ofMillis(100);
  private static final long LONGEST_CONGESTION_NANOS = Duration.ofSeconds(5).toNanos();

  private final AudioLog log;
  private final Timers timers;
  private final Events events;
  private final int sampleRateHz;
  private final int mostSamples;
  private final double speed;
  private @Nullable Session session;
  private Cancellable pause = Cancellable.NONE;
  private boolean pausing;
  private boolean congested;
  private long congestedNanos;
  private long endpointAt = -1;

  AudioSender(AudioLog log, StreamSetup setup, Timers timers, Events events) {
    this.log = log;
    this.timers = timers;
    this.events = events;
    this.sampleRateHz = setup.sampleRateHz();
    int byBytes = MOST_BYTES / setup.options().encoding().bytesPerSample();
    this.mostSamples = Math.min(sampleRateHz, byBytes);
    this.speed = setup.options().catchUpSpeed();
  }

  /** Sends to this session from now on; null: to none. */
  void to(@Nullable Session next) {
    session = next;
    pause.cancel();
    pausing = false;
    congested = false;
  }

  /** Forces an endpoint when all audio before this sample was sent. */
  void forceEndpointAt(long sample) {
    endpointAt = sample;
  }

  /** Sends what may be sent now. */
  void run() {
    Session target = session;
    while (target != null && target == session && !pausing && log.hasUnsent()) {
      step(target);
    }
    if (target != null && target == session && !pausing) {
      forceEndpointIfDue(target);
      events.drained();
    }
    events.passed(log.passedSamples());
  }

  private void step(Session target) {
    if (target.isCongested()) {
      waitForRoom(target);
      return;
    }
    congested = false;
    List<Chunk> batch = log.take(mostSamples, endpointAt);
    target.send(batch);
    forceEndpointIfDue(target);
    if (log.hasUnsent()) {
      pauseFor(atSpeed(batch));
    }
  }

  private Duration atSpeed(List<Chunk> batch) {
    int samples = batch.stream().mapToInt(Chunk::sentSamples).sum();
    return Duration.ofNanos((long) (samples * 1e9 / sampleRateHz / speed));
  }

  private void waitForRoom(Session target) {
    long now = timers.nanoTime();
    if (!congested) {
      congested = true;
      congestedNanos = now;
    }
    if (now - congestedNanos >= LONGEST_CONGESTION_NANOS) {
      target.giveUp("the connection has taken no audio for 5 s");
    } else {
      pauseFor(CONGESTION_CHECK);
    }
  }

  private void pauseFor(Duration duration) {
    pausing = true;
    pause =
        timers.after(
            duration,
            () -> {
              pausing = false;
              run();
            });
  }

  private void forceEndpointIfDue(Session target) {
    if (endpointAt >= 0 && log.sentTo() >= endpointAt) {
      endpointAt = -1;
      target.forceEndpoint();
      events.endpointForced();
    }
  }
}
