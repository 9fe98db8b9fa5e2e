package dev.parley.testkit.scenario;

import dev.parley.AgentSession;
import dev.parley.ConversationItem;
import dev.parley.VoiceAgent;
import dev.parley.spi.RoomRequest;
import dev.parley.testkit.ManualClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One run of one scenario, from the joining to what is left after the closing. */
final class ScenarioRun {
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);
  private static final Duration LONGEST_CLOSING = Duration.ofSeconds(10);

  private final Scenario scenario;
  private final Cast cast;
  private final ManualClock clock;
  private final EventLog log = new EventLog();
  private final List<String> crashes = new ArrayList<>();
  private Duration lastInput = Duration.ZERO;
  private int timersLeft;
  private boolean over;
  private @Nullable AgentSession session;
  private @Nullable AppScript app;

  ScenarioRun(Scenario scenario) {
    this.scenario = scenario;
    this.cast = new Cast(scenario);
    this.clock = cast.clock();
  }

  /**
   * Plays the scenario until nothing is left, judges it, closes the session and checks what always
   * holds.
   */
  ScenarioResult play(UnaryOperator<VoiceAgent.Builder> change) {
    start(change.apply(cast.newAgent()).build());
    lookWhetherOver();
    letRun(scenario.lastTime().plus(LONGEST_REST));
    var judged = new Judge(scenario.parts().expect(), outcome());
    List<Difference> differences = new ArrayList<>(judged.differences());
    close();
    new Invariants(remains()).violations().forEach(each -> differences.add(Difference.of(each)));
    return new ScenarioResult(scenario, log.inOrder(), differences);
  }

  private void start(VoiceAgent agent) {
    RoomRequest room = RoomRequest.of("scenario");
    guarded(() -> session = agent.start(cast.transport(), room, this::prepare));
  }

  private void prepare(AgentSession started) {
    var script = new AppScript(started, scenario);
    started.addListener(log);
    started.addListener(script);
    script.begin(clock);
    app = script;
  }

  /** What there is to be judged now. */
  private Judge.Outcome outcome() {
    return new Judge.Outcome(
        log.inOrder(),
        conversation(),
        state(),
        cast.brain().requests(),
        cast.brain().unscripted(),
        cast.transport().room());
  }

  private Invariants.Remains remains() {
    List<String> unfinished =
        cast.streamSources().stream().flatMap(each -> each.unfinishedStreams().stream()).toList();
    return new Invariants.Remains(
        told(), conversation(), crashes, unfinished, timersLeft, over, app().unkeptPromises());
  }

  private void letRun(Duration limit) {
    for (Optional<Duration> next = clock.nextDue();
        next.isPresent() && next.get().compareTo(limit) <= 0;
        next = clock.nextDue()) {
      Duration due = next.get();
      lastInput = clock.pendingInputs() > 0 ? due : lastInput;
      guarded(() -> clock.advanceTo(due));
      lookWhetherOver();
    }
  }

  /** Timers that a closed session has left are counted before they can run out. */
  private void lookWhetherOver() {
    if (!over && isClosed()) {
      over = true;
      timersLeft = clock.pendingTimers();
    }
  }

  private void close() {
    guarded(() -> session().close());
    lookWhetherOver();
    letRun(clock.elapsed().plus(LONGEST_CLOSING));
  }

  /** Runs a part of the run; what comes out of it was caught nowhere. */
  private void guarded(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      crashes.add(e + " came out at " + Times.show(clock.elapsed()) + stackOf(e));
    }
  }

  private static String stackOf(RuntimeException e) {
    var lines = new StringBuilder();
    for (int i = 0; i < Math.min(8, e.getStackTrace().length); i++) {
      lines.append("\n    at ").append(e.getStackTrace()[i]);
    }
    return lines.toString();
  }

  private AgentSession session() {
    return Objects.requireNonNull(session, "session");
  }

  /** The agent's state, as files write it. */
  String state() {
    return session().state().name().toLowerCase(Locale.ROOT);
  }

  List<ConversationItem> conversation() {
    return session().conversation();
  }

  private boolean isClosed() {
    return session().closed().toCompletableFuture().isDone();
  }

  /** The last moment at which people or vendors had still something to do, at the latest. */
  Duration lastInput() {
    return lastInput;
  }

  Cast cast() {
    return cast;
  }

  /** Everything that was told, in the order of telling. */
  List<LoggedEvent> told() {
    return log.asTold();
  }

  private AppScript app() {
    return Objects.requireNonNull(app, "app");
  }
}
