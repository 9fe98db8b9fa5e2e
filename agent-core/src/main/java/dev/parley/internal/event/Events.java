package dev.parley.internal.event;

import dev.parley.AgentEvent;
import dev.parley.AgentException;
import dev.parley.AgentListener;
import dev.parley.SessionEvent;
import dev.parley.internal.loop.SessionLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Carries the events of one session to its listeners, in order, after the task that caused them.
 *
 * <p>A listener therefore sees the session as it is after the change, and whatever it calls takes
 * effect later.
 */
public final class Events {
  private final SessionLoop loop;
  private final List<AgentListener> listeners = new CopyOnWriteArrayList<>();
  private final Queue<AgentEvent> waiting = new ArrayDeque<>();
  private long origin;
  private String lastName = "open";

  /** Creates a carrier without listeners; time counts from now until {@link #startTime}. */
  public Events(SessionLoop loop) {
    this.loop = loop;
    this.origin = loop.now();
  }

  /** Makes this moment time 0. */
  public void startTime() {
    origin = loop.now();
  }

  /** The time now, counted from time 0. */
  public Duration at() {
    return Duration.ofNanos(loop.now() - origin);
  }

  /** Adds a listener; it hears what is emitted from now on. Thread-safe. */
  public void add(AgentListener listener) {
    listeners.add(listener);
  }

  /** Removes a listener. Thread-safe. */
  public void remove(AgentListener listener) {
    listeners.remove(listener);
  }

  /** Emits an event. */
  public void emit(AgentEvent event) {
    if (!(event instanceof SessionEvent.Measured)) { // a figure causes nothing
      lastName = event.name();
    }
    waiting.add(event);
  }

  /** Emits the failure of a plugin or of application code. */
  public void failure(String source, Throwable failure) {
    boolean retryable = failure instanceof AgentException known && known.isRetryable();
    String message = failure instanceof AgentException ? failure.getMessage() : describe(failure);
    emit(
        new SessionEvent.Failure(
            at(), source, message == null ? describe(failure) : message, retryable));
  }

  /** Type and place, but not the message: an unknown exception's text may hold what people said. */
  private static String describe(Throwable failure) {
    StackTraceElement[] trace = failure.getStackTrace();
    return failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
  }

  /** The name of the latest event: the cause of what follows from it. */
  public String lastName() {
    return lastName;
  }

  /** Delivers what has been emitted. */
  public void flush() {
    for (AgentEvent event = waiting.poll(); event != null; event = waiting.poll()) {
      for (AgentListener listener : listeners) {
        deliver(event, listener);
      }
    }
  }

  private void deliver(AgentEvent event, AgentListener listener) {
    try {
      listener.onEvent(event);
    } catch (Throwable failure) { // the edge of application code
      if (!(event instanceof SessionEvent.Failure told && told.source().equals("listener"))) {
        failure("listener", failure);
      }
    }
  }
}
