package dev.parley.stt.assemblyai;

import dev.parley.audio.AudioFrame;
import dev.parley.audio.Resampler;
import dev.parley.spi.SttListener;
import dev.parley.spi.SttRequest;
import dev.parley.spi.SttStream;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a session sees of a stream: every call is handed over to the stream's context and returns at
 * once.
 */
final class AssemblyAiStream extends SttStream {
  private final SerialContext context = new SerialContext(this::broke);
  private final Resampler input;
  private final Intake intake;
  private final Results results;
  private final LiveValues live;
  private final Recognition recognition;
  private final Runnable drain = this::drain;
  private volatile boolean takesAudio = true;
  private volatile int lacking;

  /**
   * Creates a stream; {@link #start} opens it.
   *
   * @param whenClosed is told when it has ended
   */
  AssemblyAiStream(
      EngineParts engine,
      SttRequest request,
      SttListener listener,
      Consumer<AssemblyAiStream> whenClosed) {
    Options options = engine.options();
    input = new Resampler(request.format(), AudioBatcher.format(request.format()));
    intake = new Intake(input.to().samplesIn(options.retained()));
    var timers = new Timers(request.context().clock(), context);
    results = new Results(listener, timers);
    live = new LiveValues(options, request.keyterms());
    var setup = engine.streamSetup(request.context(), input.to(), context, results, timers);
    Runnable closed = () -> closed(whenClosed);
    recognition = new Recognition(setup, timers, live, engine.limiter(), intake::sent, closed);
  }

  private void closed(Consumer<AssemblyAiStream> whenClosed) {
    takesAudio = false;
    whenClosed.accept(this);
  }

  private void broke(Throwable defect) {
    recognition.broke(defect);
  }

  /** Opens the first session. */
  void start() {
    context.execute(recognition::start);
  }

  @Override
  public boolean offer(AudioFrame frame) {
    if (!takesAudio) {
      return false;
    }
    return take(input.process(frame));
  }

  private boolean take(AudioFrame mono) {
    if (mono.sampleCount() == 0) {
      return true;
    }
    boolean taken = intake.offer(mono);
    if (taken) {
      context.execute(drain);
    }
    return taken;
  }

  private void drain() {
    tellRefused();
    intake.drain(recognition::audio);
    lacking = recognition.lacking();
    recognition.send();
  }

  @Override
  public Duration wants() {
    return intake.isEmpty() ? input.to().durationOf(lacking) : Duration.ZERO;
  }

  private void tellRefused() {
    long samples = intake.takeRefused();
    if (samples > 0) {
      double seconds = (double) samples / input.to().sampleRateHz();
      results.metric("assemblyai.dropped.seconds", seconds);
    }
  }

  @Override
  public void forceEndpoint() {
    context.execute(recognition::forceEndpoint);
  }

  @Override
  public void agentSaid(String text) {
    change(() -> live.agentSaid(text));
  }

  @Override
  public void expect(List<String> keyterms) {
    List<String> copy = List.copyOf(keyterms);
    change(() -> live.expect(copy));
  }

  /** Changes what these settings say, as far as the model knows it. */
  void update(ParameterValues changes) {
    change(() -> live.update(changes));
  }

  private void change(Runnable change) {
    context.execute(
        () -> {
          change.run();
          recognition.configure();
        });
  }

  @Override
  public void finish() {
    if (takesAudio) {
      takesAudio = false;
      take(input.flush());
    }
    context.execute(
        () -> {
          tellRefused();
          recognition.finish();
        });
  }

  @Override
  public void close() {
    takesAudio = false;
    results.mute();
    context.execute(recognition::cancel);
  }
}
