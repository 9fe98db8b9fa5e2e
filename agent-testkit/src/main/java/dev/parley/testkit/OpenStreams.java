package dev.parley.testkit;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/** The streams of a fake that have not ended. Thread-safe. */
final class OpenStreams {
  private final Set<Numbered> open = new ConcurrentSkipListSet<>();
  private final AtomicInteger opened = new AtomicInteger();

  private record Numbered(int number, String name) implements Comparable<Numbered> {
    @Override
    public int compareTo(Numbered other) {
      return Integer.compare(number, other.number);
    }
  }

  /** Counts a stream; the result is run at its end. */
  Runnable open(String name) {
    var stream = new Numbered(opened.incrementAndGet(), name);
    open.add(stream);
    return () -> open.remove(stream);
  }

  /** How many streams were opened so far. */
  int opened() {
    return opened.get();
  }

  List<String> names() {
    return open.stream()
        .map(stream -> stream.name() + " (number " + stream.number() + ")")
        .toList();
  }
}
