package dev.parley.testkit.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the expected events in their order; others may come between.
 *
 * <p>At one instant the order of the format holds. Of events that it does not name, such as those
 * of tools, the place among those of their instant is not judged.
 */
final class EventSequence {
  private final List<EventPattern> patterns;
  private final Duration tolerance;
  private final List<LoggedEvent> events;
  private final BitSet taken = new BitSet();
  private @Nullable Duration lastTime;
  private int lastOrdered = -1;

  EventSequence(Expectations expect, List<LoggedEvent> events) {
    this.patterns = expect.events();
    this.tolerance = expect.tolerance();
    this.events = events;
  }

  List<Difference> differences() {
    var differences = new ArrayList<Difference>();
    for (EventPattern pattern : patterns) {
      OptionalInt found =
          IntStream.range(0, events.size())
              .filter(i -> isNext(i) && pattern.matches(events.get(i), tolerance))
              .findFirst();
      if (found.isPresent()) {
        take(found.getAsInt());
      } else {
        differences.add(missing(pattern));
      }
    }
    return differences;
  }

  private boolean isNext(int index) {
    LoggedEvent event = events.get(index);
    int byTime = lastTime == null ? 1 : event.at().compareTo(lastTime);
    return !taken.get(index)
        && (byTime > 0 || (byTime == 0 && (event.isFloating() || index > lastOrdered)));
  }

  private void take(int index) {
    LoggedEvent event = events.get(index);
    taken.set(index);
    if (!event.at().equals(lastTime)) {
      lastOrdered = -1;
    }
    lastTime = event.at();
    if (!event.isFloating()) {
      lastOrdered = index;
    }
  }

  private Difference missing(EventPattern pattern) {
    var details = new ArrayList<String>();
    Duration around = pattern.at();
    Optional<LoggedEvent> closest = closestTo(pattern);
    if (closest.isPresent()) {
      details.add(
          "closest: "
              + Shown.event(closest.get())
              + (comesTooEarly(closest.get(), pattern)
                  ? ", before the event expected before it"
                  : ""));
      around = around == null ? closest.get().at() : around;
    }
    Duration last = lastTime == null ? Duration.ZERO : lastTime;
    details.addAll(Shown.around(events, around == null ? last : around));
    return new Difference(pattern.line(), "expected " + pattern, details);
  }

  private boolean comesTooEarly(LoggedEvent event, EventPattern pattern) {
    return pattern.matches(event, tolerance) && !isNext(events.indexOf(event));
  }

  private Optional<LoggedEvent> closestTo(EventPattern pattern) {
    Duration wanted = pattern.at();
    return events.stream()
        .filter(event -> event.name().equals(pattern.kind().eventName()))
        .min(
            Comparator.<LoggedEvent>comparingInt(event -> fieldsThatDiffer(event, pattern))
                .thenComparing(
                    event -> wanted == null ? Duration.ZERO : event.at().minus(wanted).abs()));
  }

  private int fieldsThatDiffer(LoggedEvent event, EventPattern pattern) {
    int differing = 0;
    for (var field : pattern.fields().entrySet()) {
      var alone =
          new EventPattern(
              0, pattern.kind(), null, null, null, pattern.tolerance(), Map.ofEntries(field));
      differing += alone.matches(event, tolerance) ? 0 : 1;
    }
    return differing;
  }
}
