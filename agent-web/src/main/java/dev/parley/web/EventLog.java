package dev.parley.web;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The latest events of a session, for pages that come back and pages that come late. Used in the
 * room's serial only.
 *
 * <p>Of the interims that follow each other only the last is kept: each says all that the one
 * before it said.
 */
final class EventLog {
  static final int MOST_EVENTS = 2_000;

  private final Deque<Numbered> events = new ArrayDeque<>();
  private long count;
  private @Nullable String interimOf;

  /**
   * Appends an event.
   *
   * @param interimOf whose passing state it tells, such as the turn of an interim; null for what
   *     stays true
   * @return its message with its number
   */
  String append(String event, @Nullable String interimOf) {
    if (interimOf != null && interimOf.equals(this.interimOf)) {
      events.removeLast();
    } else if (events.size() == MOST_EVENTS) {
      events.removeFirst();
    }
    this.interimOf = interimOf;
    count++;
    String message = ToPage.numbered(count, event);
    events.add(new Numbered(count, message));
    return message;
  }

  /** Forgets all events; the numbers go on. */
  void forget() {
    events.clear();
    interimOf = null;
  }

  /** Hands out the messages after this number, in order. */
  void replay(long after, Consumer<String> page) {
    for (Numbered each : events) {
      if (each.number() > after) {
        page.accept(each.message());
      }
    }
  }

  private record Numbered(long number, String message) {}
}
