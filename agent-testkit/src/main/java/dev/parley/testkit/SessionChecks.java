package dev.parley.testkit;

import dev.parley.AgentRuntime;
import dev.parley.AgentSession;
import dev.parley.SessionEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apiguardian.api.API;

/**
 * What a {@link ParleyTest} works with, and what is looked at when it is over. Thread-safe.
 *
 * <p>When the test is over its clock goes on for ten seconds, twice as long as a session may take
 * to close.
 */
@API(status = API.Status.EXPERIMENTAL, since = "0.1")
public final class SessionChecks {
  private static final Duration CLOSING = Duration.ofSeconds(10);

  private final ManualClock clock = new ManualClock();
  private final AgentRuntime runtime =
      AgentRuntime.builder()
          .clock(clock)
          .loops(Runnable::run)
          .blocking(Runnable::run)
          .retryJitter(0)
          .build();
  private final List<StreamSource> sources = new CopyOnWriteArrayList<>();
  private final List<AgentSession> sessions = new CopyOnWriteArrayList<>();
  private final EventRecorder events = new EventRecorder();

  SessionChecks() {}

  /** The clock of the test. */
  public ManualClock clock() {
    return clock;
  }

  /** A runtime in the time of the clock; all its work runs on the thread that moves the clock. */
  public AgentRuntime runtime() {
    return runtime;
  }

  /** Watches a fake: all streams that it opens must end. */
  public <S extends StreamSource> S watch(S source) {
    sources.add(source);
    return source;
  }

  /**
   * Watches a session: it must be closed, and no exception may reach the edge of the engine. Give
   * it over before it is opened, or soon after.
   */
  public AgentSession watch(AgentSession session) {
    sessions.add(session);
    session.addListener(events);
    return session;
  }

  /** The events of all sessions that are watched. */
  public EventRecorder events() {
    return events;
  }

  /** What the test has left behind, in words; empty when all is well. */
  List<String> leftBehind() {
    var left = new ArrayList<String>();
    clock.advance(CLOSING);
    sessions.stream()
        .filter(session -> !session.closed().toCompletableFuture().isDone())
        .forEach(session -> left.add("the session " + session.id() + " is not closed"));
    sources.forEach(
        source ->
            source
                .unfinishedStreams()
                .forEach(stream -> left.add("a stream never got onClosed: " + stream)));
    if (clock.pendingTimers() > 0) {
      left.add(clock.pendingTimers() + " timers are still set");
    }
    for (SessionEvent.Failure failure : events.of(SessionEvent.Failure.class)) {
      if (failure.source().equals("engine")) {
        left.add("an exception reached the edge of the engine: " + failure.message());
      }
    }
    return left;
  }
}
