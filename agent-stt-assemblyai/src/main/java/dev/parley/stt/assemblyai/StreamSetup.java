package dev.parley.stt.assemblyai;

import dev.parley.spi.PluginContext;
import java.time.Duration;
import java.util.random.RandomGenerator;
import okhttp3.WebSocket;
import org.jspecify.annotations.Nullable;

/**
 * What all sessions of one stream share. Immutable; what it holds is used in the stream's context
 * only.
 */
record StreamSetup(
    Options options,
    int sampleRateHz,
    WebSocket.Factory sockets,
    Credentials credentials,
    Redactor redactor,
    PluginContext plugin,
    RandomGenerator chance,
    SerialContext context,
    Results results,
    VoiceTail voice,
    Oddities oddities,
    UtteranceNumbers numbers) {

  /** Returns timers that can be called off together. */
  Timers newTimers() {
    return new Timers(plugin.clock(), context);
  }

  /** Returns a tracker for a session. */
  TurnTracker newTracker(
      Timeline timeline,
      Timers timers,
      @Nullable OpenTurn inherited,
      TurnTracker.Outcomes outcomes) {
    Duration wait = options.awaitsFormatting() ? options.formattingWait() : null;
    boolean labels = options.values().isOn(Parameters.SPEAKER_LABELS);
    return new TurnTracker(timeline, numbers, results, outcomes, timers, inherited, wait, labels);
  }

  /** Tells the model; keys and prompts are inside. */
  @Override
  public String toString() {
    return "StreamSetup[" + options.model() + "]";
  }
}
