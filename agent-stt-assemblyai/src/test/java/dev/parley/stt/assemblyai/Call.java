package dev.parley.stt.assemblyai;

import dev.parley.AgentException;
import dev.parley.SessionClock;
import dev.parley.audio.AudioFormat;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import dev.parley.spi.EndOfTurn;
import dev.parley.spi.Participant;
import dev.parley.spi.PluginContext;
import dev.parley.spi.PluginMetric;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import dev.parley.spi.Transcript;
import dev.parley.testkit.assemblyai.CodedSpeech;
import dev.parley.testkit.assemblyai.ScriptedAssemblyAi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import okhttp3.OkHttpClient;

/** One stream of a test: what it was given, and everything that it told. Thread-safe. */
final class Call extends SttListener {
  static final AudioFormat FORMAT = AudioFormat.MONO_16K;

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int FRAME_MILLIS = 20;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final List<String> log = new ArrayList<>();
  private final List<Duration> starts = new ArrayList<>();
  private final List<Transcript> interims = new ArrayList<>();
  private final List<Transcript> finals = new ArrayList<>();
  private final List<Transcript> revisions = new ArrayList<>();
  private final List<EndOfTurn> ends = new ArrayList<>();
  private final List<AgentException> errors = new ArrayList<>();
  private final List<PluginMetric> metrics = new ArrayList<>();
  private final List<CloseReason> closings = new ArrayList<>();
  private final AudioFormat format;
  final SttStream stream;

  private Call(AssemblyAiStt engine, AudioFormat format, SessionClock clock, String session) {
    this.format = format;
    var context = new PluginContext(session, clock, Runnable::run);
    stream = engine.open(new SttRequest(Participant.of("ann"), format, List.of(), context), this);
  }

  static Call open(AssemblyAiStt engine) {
    return open(engine, SessionClock.system());
  }

  static Call open(AssemblyAiStt engine, SessionClock clock) {
    return new Call(engine, FORMAT, clock, "session");
  }

  static Call open(AssemblyAiStt engine, AudioFormat format) {
    return new Call(engine, format, SessionClock.system(), "session");
  }

  static Call open(AssemblyAiStt engine, SessionClock clock, String session) {
    return new Call(engine, FORMAT, clock, session);
  }

  /** What is costly to make: sockets of TLS and trust in certificates. */
  private static final OkHttpClient HTTP = new OkHttpClient();

  /** A builder for a server of the test, with patience for a busy machine. */
  static AssemblyAiSttBuilder builder(ScriptedAssemblyAi server) {
    return AssemblyAiStt.builder()
        .apiKey("test-key")
        .baseUrl(server.url())
        .httpClient(HTTP)
        .fillGaps(false)
        .catchUpSpeed(20)
        .startTimeout(Duration.ofMinutes(1))
        .finishTimeout(Duration.ofMinutes(1));
  }

  /** Offers frames of 20 ms. */
  void offer(AudioFrame sound) {
    int size = format.sampleRateHz() * FRAME_MILLIS / 1_000;
    for (int from = 0; from < sound.sampleCount(); from += size) {
      stream.offer(sound.slice(from, Math.min(sound.sampleCount(), from + size)));
    }
  }

  void say(String words) {
    offer(CodedSpeech.of(format, words));
  }

  void silence(int millis) {
    offer(AudioFrame.silence(format, Duration.ofMillis(millis)));
  }

  void finish() {
    stream.finish();
  }

  @Override
  public void onSpeechStarted(Duration start) {
    note("started", () -> starts.add(start));
  }

  @Override
  public void onInterim(Transcript transcript) {
    note("interim", () -> interims.add(transcript));
  }

  @Override
  public void onFinal(Transcript transcript) {
    note("final", () -> finals.add(transcript));
  }

  @Override
  public void onEndOfTurn(EndOfTurn end) {
    note("end", () -> ends.add(end));
  }

  @Override
  public void onRevised(Transcript transcript) {
    note("revised", () -> revisions.add(transcript));
  }

  @Override
  public void onError(AgentException error) {
    note("error", () -> errors.add(error));
  }

  @Override
  public void onMetric(PluginMetric metric) {
    note("metric", () -> metrics.add(metric));
  }

  @Override
  public void onClosed(CloseReason reason) {
    note("closed", () -> closings.add(reason));
  }

  private void note(String call, Runnable keep) {
    lock.lock();
    try {
      log.add(call);
      keep.run();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private <T> T read(Supplier<T> reader) {
    lock.lock();
    try {
      return reader.get();
    } finally {
      lock.unlock();
    }
  }

  /** Waits until a condition holds; false: it did not within this time. */
  boolean awaitFor(Duration atMost, BooleanSupplier condition) {
    lock.lock();
    try {
      long left = atMost.toNanos();
      while (!condition.getAsBoolean() && left > 0) {
        left =
            changed.awaitNanos(Math.min(left, TimeUnit.MILLISECONDS.toNanos(20)))
                + Math.max(0, left - TimeUnit.MILLISECONDS.toNanos(20));
      }
      return condition.getAsBoolean();
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    } finally {
      lock.unlock();
    }
  }

  void await(String what, BooleanSupplier condition) {
    if (!awaitFor(PATIENCE, condition)) {
      throw new AssertionError(
          "waited in vain for " + what + "; the calls were " + log() + ", errors " + errors());
    }
  }

  CloseReason awaitClosed() {
    await("closed", () -> !closings().isEmpty());
    return closings().get(0);
  }

  void awaitFinals(int count) {
    await(count + " finals", () -> finalTexts().size() >= count);
  }

  List<String> log() {
    return read(() -> List.copyOf(log));
  }

  List<String> results() {
    return log().stream().filter(each -> !each.equals("metric")).toList();
  }

  List<Duration> starts() {
    return read(() -> List.copyOf(starts));
  }

  List<Transcript> interims() {
    return read(() -> List.copyOf(interims));
  }

  List<Transcript> finals() {
    return read(() -> List.copyOf(finals));
  }

  List<Transcript> revisions() {
    return read(() -> List.copyOf(revisions));
  }

  List<EndOfTurn> ends() {
    return read(() -> List.copyOf(ends));
  }

  List<AgentException> errors() {
    return read(() -> List.copyOf(errors));
  }

  List<CloseReason> closings() {
    return read(() -> List.copyOf(closings));
  }

  /** The texts of finals with words. */
  List<String> finalTexts() {
    return finals().stream().map(Transcript::text).filter(text -> !text.isBlank()).toList();
  }

  List<String> interimTexts() {
    return interims().stream().map(Transcript::text).toList();
  }

  List<Double> metric(String name) {
    return read(
        () ->
            metrics.stream()
                .filter(each -> each.name().equals("assemblyai." + name))
                .map(PluginMetric::value)
                .toList());
  }

  List<PluginMetric> metrics() {
    return read(() -> List.copyOf(metrics));
  }
}
