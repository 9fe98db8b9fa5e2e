package dev.parley.stt.assemblyai;

import dev.parley.Cancellable;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One session with the server, on one connection: {@code Begin}, audio and turns, {@code
 * Terminate}. A stream has one after another. Used in the stream's context only.
 *
 * <p>It is ready when {@code Begin} has come; an accepted upgrade says nothing, because a wrong key
 * or parameter is refused in band. A close frame before {@code Termination} would destroy the
 * finals that are on their way, so it closes last.
 */
final class Session implements Connection.Events {
  /** Whom a session tells what happens to it. */
  interface Owner {
    /** The session takes audio now. */
    void began(Session session, ServerMessage.Begin begin);

    /** Something about a turn was told. */
    void heard(Session session);

    /** Up to this sample of the stream the server has heard everything. */
    void heardUntil(Session session, long sample);

    /** All results were sent. */
    void terminated(Session session);

    /** The session is over without having been asked to; the last call. */
    void ended(Session session, Verdict verdict);
  }

  private static final System.Logger LOGGER = System.getLogger(Session.class.getName());
  private static final Duration CLOSE_AFTER_ERROR = Duration.ofSeconds(1);
  private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);
  private static final int NORMAL = 1000;

  private final StreamSetup setup;
  private final Owner owner;
  private final Timers timers;
  private final Timeline timeline;
  private final Uplink uplink;
  private final SessionRequest request;
  private final Liveness liveness;
  private final EndJudge judge;
  private ParameterValues applied;
  private @Nullable Connection connection;
  private @Nullable TurnTracker tracker;
  private Cancellable startTimer = Cancellable.NONE;
  private String id = "";
  private boolean begun;
  private boolean terminating;
  private boolean leaving;
  private boolean over;
  private final long connectNanos;
  private long openNanos;
  private boolean opened;

  /** Creates a session and begins to connect. */
  Session(StreamSetup setup, ParameterValues values, Owner owner) {
    this.setup = setup;
    this.owner = owner;
    this.timers = setup.newTimers();
    this.timeline = new Timeline(setup.sampleRateHz());
    this.uplink = new Uplink(setup.sampleRateHz(), setup.options().encoding(), timeline);
    this.request = SessionRequest.of(setup.options(), setup.sampleRateHz(), values);
    this.applied = request.inUrl();
    this.liveness = new Liveness(setup, timers, this);
    this.judge = new EndJudge(setup);
    this.connectNanos = timers.nanoTime();
  }

  /** Begins to connect. */
  void open() {
    startTimer = timers.after(setup.options().startTimeout(), this::startTimedOut);
    setup
        .credentials()
        .authorization(setup.plugin())
        .whenComplete((secret, failure) -> setup.context().execute(() -> connect(secret, failure)));
  }

  private void connect(@Nullable String authorization, @Nullable Throwable failure) {
    if (over || leaving) {
      return;
    }
    if (authorization == null) {
      end(judge.ofNoCredentials(failure));
      return;
    }
    connection =
        new Connection(setup.sockets(), request.http(authorization), setup.context(), this);
    uplink.over(connection);
  }

  private void startTimedOut() {
    end(judge.ofSilence(opened));
  }

  @Override
  public void opened() {
    opened = true;
    openNanos = timers.nanoTime();
    if (leaving) {
      close();
    }
  }

  @Override
  public void received(ServerMessage message) {
    liveness.heard();
    if (message instanceof ServerMessage.Termination termination) {
      terminated(termination);
    } else if (message instanceof ServerMessage.Failure failure) {
      failed(failure);
    } else if (!leaving && !over) {
      dispatch(message);
    }
  }

  private void dispatch(ServerMessage message) {
    if (message instanceof ServerMessage.Begin begin) {
      begin(begin);
    } else if (message instanceof ServerMessage.Heartbeat beat) {
      heartbeat(beat);
    } else if (message instanceof ServerMessage.Warning warning) {
      setup.oddities().warning(warning, id);
    } else if (message instanceof ServerMessage.Unknown unknown) {
      setup.oddities().unknown(unknown, id);
    } else if (message instanceof ServerMessage.Malformed malformed) {
      setup.oddities().malformed(malformed, id);
    } else if (tracker != null) {
      turns(tracker, message);
    }
  }

  private void turns(TurnTracker turns, ServerMessage message) {
    if (message instanceof ServerMessage.SpeechStarted started) {
      turns.speechStarted(started);
    } else if (message instanceof ServerMessage.Turn turn) {
      turns.turn(turn);
    } else if (message instanceof ServerMessage.SpeakerRevision revision) {
      turns.revised(revision);
    }
    owner.heard(this);
  }

  private void begin(ServerMessage.Begin begin) {
    if (begun) {
      return;
    }
    begun = true;
    id = setup.redactor().clean(begin.id());
    startTimer.cancel();
    warnOfAnotherModel(begin.model());
    setup
        .results()
        .metric("assemblyai.connect.seconds", setup.results().secondsSince(connectNanos));
    liveness.begun();
    owner.began(this, begin);
  }

  private void warnOfAnotherModel(@Nullable String model) {
    if (model != null && !model.equals(setup.options().model())) {
      String told = setup.redactor().clean(model);
      log(Level.WARNING, "uses the model " + told + ", asked for was " + setup.options().model());
    }
  }

  private void heartbeat(ServerMessage.Heartbeat beat) {
    liveness.beat();
    // What was received faster than real time is not understood yet.
    long understood = Math.min(beat.audioReceivedMillis(), beat.durationMillis());
    owner.heardUntil(this, timeline.sampleAt(understood));
  }

  private void failed(ServerMessage.Failure failure) {
    Verdict verdict = judge.of(failure);
    if (verdict != null) {
      end(verdict);
    } else {
      timers.after(CLOSE_AFTER_ERROR, () -> end(judge.ofClose(CloseCodes.LOST, "")));
    }
  }

  @Override
  public void ended(Connection.Ending ending) {
    end(judge.of(ending));
  }

  /** Gives the session up because it does not work any more. */
  void giveUp(String why) {
    end(judge.ofClose(CloseCodes.LOST, why));
  }

  private void end(Verdict verdict) {
    if (over) {
      return;
    }
    over = true;
    boolean asked = leaving;
    timers.cancelAll();
    cut(verdict);
    tellOpenTime(null);
    if (!asked) {
      log(Level.DEBUG, "ended with " + verdict.code());
      owner.ended(this, verdict);
    }
  }

  private void cut(Verdict verdict) {
    if (connection == null) {
      return;
    }
    connection.close();
    if (verdict.code() == CloseCodes.LOST || !opened) {
      connection.cancel();
    }
  }

  private void terminated(ServerMessage.Termination termination) {
    if (over) {
      return;
    }
    over = true;
    timers.cancelAll();
    tellOpenTime(termination);
    close();
    if (terminating && !leaving) {
      owner.terminated(this);
    } else if (!leaving) {
      owner.ended(this, judge.ofClose(NORMAL, "Termination"));
    }
  }

  private void tellOpenTime(ServerMessage.@Nullable Termination termination) {
    if (!opened) {
      return;
    }
    double open = setup.results().secondsSince(openNanos);
    Double billed = termination == null ? null : termination.sessionSeconds();
    setup.results().metric("assemblyai.open.seconds", open);
    setup.results().metric("assemblyai.billed.seconds", billed == null ? open : billed);
    double audio = (double) timeline.sentSamples() / setup.sampleRateHz();
    setup.results().metric("assemblyai.audio.seconds", audio);
  }

  /** Makes this the session whose results count. */
  void activate(@Nullable OpenTurn inherited, TurnTracker.Outcomes outcomes) {
    tracker = setup.newTracker(timeline, timers, inherited, outcomes);
  }

  /** What it knows of turns; null while it is not the session whose results count. */
  @Nullable TurnTracker tracker() {
    return tracker;
  }

  /** Sends these in one message. */
  void send(List<Chunk> chunks) {
    liveness.sent();
    uplink.audio(chunks);
  }

  /** Sends silence that is not of the stream. */
  void sendSilence(Duration duration) {
    liveness.sent();
    uplink.silence(duration);
  }

  /** Whether audio piles up before the socket. */
  boolean isCongested() {
    return uplink.isCongested();
  }

  /** Changes the configuration to these values, if it is not so already. */
  void configure(ParameterValues values) {
    ParameterValues changes = values.only(Parameter::live).differingFrom(applied);
    if (!changes.isEmpty()) {
      applied = applied.with(changes);
      uplink.say(MessageWriter.updateConfiguration(changes));
    }
  }

  void forceEndpoint() {
    uplink.say(MessageWriter.FORCE_ENDPOINT);
  }

  void keepAlive() {
    uplink.say(MessageWriter.KEEP_ALIVE);
  }

  /** Asks for the last results; {@link Owner#terminated} follows. */
  void terminate() {
    terminating = true;
    uplink.say(MessageWriter.TERMINATE);
  }

  /**
   * Ends the session without waiting for results, in the order that the server wants. Idempotent.
   */
  void leave() {
    if (over || leaving) {
      return;
    }
    leaving = true;
    timers.cancelAll();
    if (opened) {
      uplink.say(MessageWriter.TERMINATE);
      timers.after(LONGEST_FAREWELL, () -> giveUp("no Termination"));
    } else {
      giveUp("not needed any more");
    }
  }

  private void close() {
    if (connection != null) {
      connection.close();
    }
  }

  /** The identifier that the vendor's support asks for; empty before {@code Begin}. */
  String id() {
    return id;
  }

  private void log(Level level, String what) {
    LOGGER.log(level, "AssemblyAI session {0} {1}", id.isEmpty() ? "(not begun)" : id, what);
  }
}
