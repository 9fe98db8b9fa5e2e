package dev.parley.stt.assemblyai;

import dev.parley.audio.AudioFormat;
import dev.parley.spi.PluginContext;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import okhttp3.WebSocket;

/** What all streams of one engine share. Immutable; what it holds is thread-safe. */
record EngineParts(
    Options options,
    WebSocket.Factory sockets,
    Runnable shutDown,
    Credentials credentials,
    Redactor redactor,
    SessionLimiter limiter,
    Supplier<RandomGenerator> chance) {

  /** Returns what all sessions of one stream share. */
  StreamSetup streamSetup(
      PluginContext plugin,
      AudioFormat format,
      SerialContext context,
      Results results,
      Timers timers) {
    return new StreamSetup(
        options,
        format.sampleRateHz(),
        sockets,
        credentials,
        redactor,
        plugin,
        chance.get(),
        context,
        results,
        new VoiceTail(timers, format.sampleRateHz()),
        new Oddities(results, redactor),
        new UtteranceNumbers());
  }

  /** Tells endpoint and model, never a key. */
  @Override
  public String toString() {
    return "EngineParts[" + options + "]";
  }
}
