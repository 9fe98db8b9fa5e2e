package dev.parley.stt.assemblyai;

import dev.parley.AgentException;
import dev.parley.spi.CloseReason;
import dev.parley.spi.EndOfTurn;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.SttListener;
import dev.parley.spi.Transcript;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * What the stream tells its listener, in order, and nothing after the end. Used in the stream's
 * context only, except {@link #mute}.
 */
final class Results {
  private static final System.Logger LOGGER = System.getLogger(Results.class.getName());
  private static final double NANOS_A_SECOND = 1e9;

  private final SttListener listener;
  private final Timers timers;
  private final Tally tally = new Tally();
  private volatile boolean muted;
  private boolean closed;
  private long startedNanos;
  private boolean awaitsInterim;

  Results(SttListener listener, Timers timers) {
    this.listener = listener;
    this.timers = timers;
  }

  Tally tally() {
    return tally;
  }

  /** Lets nothing but the end through from now on. Thread-safe. */
  void mute() {
    muted = true;
  }

  void started(Duration start) {
    startedNanos = timers.nanoTime();
    awaitsInterim = true;
    tell(() -> listener.onSpeechStarted(start));
  }

  void interim(Transcript transcript) {
    if (awaitsInterim) {
      awaitsInterim = false;
      metric("assemblyai.first_interim.seconds", secondsSince(startedNanos));
    }
    tell(() -> listener.onInterim(transcript));
  }

  /**
   * Tells a final with words, and that the turn is over.
   *
   * @param lastVoice when the last voice before it was heard, if any was
   */
  void finished(Transcript transcript, double confidence, OptionalLong lastVoice) {
    awaitsInterim = false;
    tally.add(Tally.Count.FINALS);
    lastVoice.ifPresent(at -> metric("assemblyai.final_latency.seconds", secondsSince(at)));
    tell(() -> listener.onFinal(transcript));
    tell(() -> listener.onEndOfTurn(new EndOfTurn(confidence)));
  }

  /** Tells that an utterance, or the stretch before a forced endpoint, held no words. */
  void blank(long utterance) {
    awaitsInterim = false;
    tell(() -> listener.onFinal(Transcript.builder("").utterance(utterance).build()));
  }

  void revised(Transcript transcript) {
    tell(() -> listener.onRevised(transcript));
  }

  void error(AgentException error) {
    tell(() -> listener.onError(error));
  }

  void metric(String name, double value) {
    tell(() -> listener.onMetric(new PluginMetric(name, value)));
  }

  double secondsSince(long nanos) {
    return (timers.nanoTime() - nanos) / NANOS_A_SECOND;
  }

  /** Ends the stream; the second time does nothing. */
  void close(CloseReason reason) {
    if (closed) {
      return;
    }
    tally.tell(this::metric);
    closed = true;
    call(() -> listener.onClosed(reason));
  }

  private void tell(Runnable call) {
    if (!muted && !closed) {
      call(call);
    }
  }

  private static void call(Runnable call) {
    try {
      call.run();
    } catch (Throwable failure) { // the edge: a listener must not break the stream
      LOGGER.log(Level.ERROR, "a listener of an AssemblyAI stream failed", failure);
    }
  }
}
