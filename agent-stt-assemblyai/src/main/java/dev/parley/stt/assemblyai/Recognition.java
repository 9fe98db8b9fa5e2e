package dev.parley.stt.assemblyai;

import dev.parley.AgentException;
import dev.parley.ErrorKind;
import dev.parley.audio.AudioFrame;
import dev.parley.spi.CloseReason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The life of one stream over any number of sessions: what to do when a session begins, hears, or
 * is lost, and when the stream shall end. Used in the stream's context only.
 *
 * <p>When a session is lost, the audio from the end of the last final on is sent to the next one,
 * so that no word is lost and none comes twice.
 */
final class Recognition implements Session.Owner, AudioSender.Events {
  private final StreamSetup setup;
  private final Timers timers;
  private final AudioLog log;
  private final AudioBatcher batcher;
  private final Replay replay;
  private final TurnOutcomes outcomes;
  private final AudioSender sender;
  private final ForcedEndpoint endpoint;
  private final SilenceFill fill;
  private final Rotation rotation;
  private final ReconnectPolicy policy;
  private final SessionLimiter limiter;
  private final LiveValues live;
  private final LongConsumer passed;
  private final Runnable whenClosed;
  private Phase phase = Phase.WAITING;
  private @Nullable Session session;
  private boolean finishing;

  Recognition(
      StreamSetup setup,
      Timers timers,
      LiveValues live,
      SessionLimiter limiter,
      LongConsumer passed,
      Runnable whenClosed) {
    Options options = setup.options();
    this.setup = setup;
    this.timers = timers;
    this.live = live;
    this.limiter = limiter;
    this.passed = passed;
    this.whenClosed = whenClosed;
    int chunkSamples =
        AudioBatcher.samplesIn(setup.sampleRateHz(), options.messageDuration().toMillis());
    Encoding encoding = options.encoding();
    var memory = new ChunkMemory(chunkSamples * encoding.bytesPerSample());
    this.log = new AudioLog(samples(options.retained()), memory);
    this.batcher = new AudioBatcher(chunkSamples, encoding, setup.voice(), memory, log::append);
    this.replay = new Replay(log, setup.sampleRateHz());
    this.sender = new AudioSender(log, setup, timers, this);
    this.endpoint = new ForcedEndpoint(sender, setup.results(), timers, options.endpointTimeout());
    this.outcomes = new TurnOutcomes(setup, timers, endpoint, replay, this::openFrom);
    this.fill = new SilenceFill(timers, this::needsSilence, this::sendSilence);
    this.rotation = new Rotation(setup, timers, limiter, this::openStandby);
    this.policy =
        new ReconnectPolicy(
            options.reconnectAttempts(), options.reconnectBudget(), timers, setup.chance());
  }

  private long samples(Duration duration) {
    return Math.round(duration.toNanos() / 1e9 * setup.sampleRateHz());
  }

  private double seconds(long samples) {
    return (double) samples / setup.sampleRateHz();
  }

  private void become(Phase next) {
    if (!phase.canBecome(next)) {
      throw new IllegalStateException("a stream that is " + phase + " cannot become " + next);
    }
    phase = next;
  }

  // What the application asks for.

  /** Opens the first session. */
  void start() {
    setup.context().assertInside();
    if (phase != Phase.CLOSED) {
      connect();
    }
  }

  /** Takes a frame. */
  void audio(AudioFrame frame) {
    batcher.add(frame);
    fill.audio();
  }

  /** How many samples the next message still lacks. */
  int lacking() {
    return batcher.lacking();
  }

  /** Sends what came. */
  void send() {
    if (phase == Phase.DORMANT && log.hasUnsent()) {
      connect();
    }
    sender.run();
  }

  /** Asks for the final of what was said so far. */
  void forceEndpoint() {
    if (phase == Phase.CLOSED || finishing) {
      return;
    }
    batcher.flush();
    endpoint.request(log.end());
    send();
  }

  /** Sends the values that changed. */
  void configure() {
    if (session != null && phase == Phase.READY) {
      session.configure(live.values());
    }
  }

  /** Ends the audio. */
  void finish() {
    if (finishing || phase == Phase.CLOSED) {
      return;
    }
    finishing = true;
    batcher.flush();
    if (phase != Phase.READY && replay.isEmpty()) {
      close(CloseReason.finished());
    } else {
      send();
    }
  }

  /** Stops now. */
  void cancel() {
    close(CloseReason.cancelled());
  }

  /** Ends the stream because of a defect. */
  void broke(Throwable defect) {
    String what = "the AssemblyAI stream failed with " + defect.getClass().getSimpleName();
    close(CloseReason.failed(new AgentException(ErrorKind.INTERNAL, what + "; report it", defect)));
  }

  // Sessions.

  private void connect() {
    become(Phase.CONNECTING);
    Duration wait = limiter.book(timers.nanoTime());
    if (wait.isZero()) {
      openSession();
    } else {
      timers.after(wait, this::openSession);
    }
  }

  private void openSession() {
    session = newSession();
  }

  private Session newSession() {
    var next = new Session(setup, live.values(), this);
    next.open();
    return next;
  }

  private @Nullable Session openStandby() {
    return phase == Phase.READY && !finishing ? newSession() : null;
  }

  @Override
  public void began(Session begun, ServerMessage.Begin begin) {
    if (rotation.began(begun, begin.expiresAtSeconds())) {
      takeOverIfQuiet();
      return;
    }
    become(Phase.READY);
    Duration gap = policy.opened();
    if (policy.isRecovering()) {
      setup.results().metric("assemblyai.reconnects", 1);
      setup.results().metric("assemblyai.reconnect_gap.seconds", gap.toNanos() / 1e9);
    }
    rotation.plan(begin.expiresAtSeconds());
    resume(begun);
  }

  private void resume(Session next) {
    long again = replay.rewind();
    if (again > 0) {
      setup.results().metric("assemblyai.resent.seconds", seconds(again));
    }
    next.activate(replay.takeTurn(), outcomes);
    next.configure(live.values());
    sender.to(next);
    sender.run();
  }

  @Override
  public void heard(Session from) {
    if (from == session) {
      fill.watch();
      takeOverIfQuiet();
    }
  }

  @Override
  public void heardUntil(Session from, long sample) {
    boolean certain = from == session && setup.options().silenceMeansNoSpeech();
    if (certain && !turnIsOpen()) {
      replay.quietUntil(sample);
    }
  }

  private long openFrom() {
    TurnTracker tracker = session == null ? null : session.tracker();
    return tracker == null ? Long.MAX_VALUE : tracker.openFrom();
  }

  private boolean turnIsOpen() {
    TurnTracker tracker = session == null ? null : session.tracker();
    return tracker != null && tracker.hasOpen();
  }

  private boolean needsSilence() {
    return setup.options().fillGaps() && phase == Phase.READY && !finishing && turnIsOpen();
  }

  private void sendSilence(Duration duration) {
    if (session != null && !log.hasUnsent()) {
      session.sendSilence(duration);
    }
  }

  private void takeOverIfQuiet() {
    if (phase == Phase.READY && rotation.isReady() && !turnIsOpen()) {
      Session old = session;
      replay.cut(old == null ? null : old.tracker());
      takeOver();
      if (old != null) {
        old.leave();
      }
    }
  }

  private void takeOver() {
    Session next = rotation.takeReady();
    if (next != null) {
      session = next;
      endpoint.cut();
      setup.results().metric("assemblyai.rotations", 1);
      resume(next);
    }
  }

  @Override
  public void ended(Session over, Verdict verdict) {
    if (rotation.ended(over) || over != session) {
      return;
    }
    sender.to(null);
    replay.cut(over.tracker());
    endpoint.cut();
    session = null;
    if (phase == Phase.READY && verdict.retry() != Verdict.Retry.NEVER && rotation.isReady()) {
      takeOver();
    } else {
      tryAgain(verdict);
    }
  }

  private void tryAgain(Verdict verdict) {
    if (phase == Phase.CLOSED) { // a listener closed the stream while its last finals were told
      return;
    }
    Optional<Duration> wait = policy.next(verdict);
    if (wait.isEmpty()) {
      close(CloseReason.failed(verdict.lasting()));
    } else if (finishing && replay.isEmpty()) {
      close(CloseReason.finished());
    } else {
      recover(verdict, wait.get());
    }
  }

  private void recover(Verdict verdict, Duration wait) {
    setup.results().error(verdict.passing());
    setup.results().metric("assemblyai.lost_session.code", verdict.code());
    if (verdict.retry() == Verdict.Retry.ONCE_WITHOUT_BACKLOG) {
      replay.dropBacklog();
    }
    boolean sleeps = verdict.retry() == Verdict.Retry.WITH_AUDIO && replay.isEmpty();
    become(sleeps ? Phase.DORMANT : Phase.WAITING);
    if (sleeps) {
      send();
    } else if (wait.isZero()) {
      connect();
    } else {
      timers.after(wait, this::connect);
    }
  }

  // Results.

  @Override
  public void endpointForced() {
    endpoint.sent();
  }

  @Override
  public void passed(long samples) {
    passed.accept(samples);
  }

  @Override
  public void drained() {
    Session current = session;
    if (finishing && current != null && phase == Phase.READY) {
      become(Phase.DRAINING);
      rotation.stop();
      current.terminate();
      timers.after(setup.options().finishTimeout(), () -> finishTimedOut(current));
    }
  }

  private void finishTimedOut(Session current) {
    if (phase != Phase.DRAINING || current != session) {
      return;
    }
    TurnTracker tracker = current.tracker();
    if (tracker != null) {
      tracker.settle();
    }
    boolean complete = tracker == null || !tracker.hasOpen();
    close(
        complete
            ? CloseReason.finished()
            : CloseReason.failed(CloseCodes.unfinished(current.id())));
  }

  @Override
  public void terminated(Session over) {
    TurnTracker tracker = over.tracker();
    if (tracker != null) {
      tracker.settle();
    }
    if (finishing && over == session) {
      close(CloseReason.finished());
    }
  }

  private void close(CloseReason reason) {
    if (phase == Phase.CLOSED) {
      return;
    }
    phase = Phase.CLOSED;
    timers.cancelAll();
    sender.to(null);
    rotation.stop();
    if (session != null) {
      session.leave();
    }
    setup.results().close(reason);
    whenClosed.run();
  }
}
